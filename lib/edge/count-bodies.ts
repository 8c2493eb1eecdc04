import type { IncomingMessage, ServerResponse } from "node:http";

/** Counts the bodies in hand: from their headers on, since reading one that is refused afterwards costs most of storing it. */
export type BodyCount = {
  readonly inHand: () => number;
  /** Counts one until it is answered, or until it is late. */
  readonly add: (request: IncomingMessage, response: ServerResponse) => void;
};

/** @param arrivalMs how long a body that has not arrived counts: slow senders must not keep others out */
export function countBodies(arrivalMs: number): BodyCount {
  const inHand = new Set<IncomingMessage>();
  return {
    inHand: () => inHand.size,
    add: (request, response) => {
      inHand.add(request);
      const timer = setTimeout(() => {
        if (!request.complete) inHand.delete(request);
      }, arrivalMs).unref();
      response.once("close", () => {
        clearTimeout(timer);
        inHand.delete(request);
      });
    },
  };
}
