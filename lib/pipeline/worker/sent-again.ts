import { AsyncLocalStorage } from "node:async_hooks";

/** What the page of a request says of its answer. */
export type AnswerTerms = {
  /** How long the same may be sent again while nothing is written; 0: not at all. Milliseconds. */
  forMs: number;
};

type SentAgain = {
  /** The terms of the request that is being answered. */
  readonly terms: AsyncLocalStorage<AnswerTerms>;
  /** The app says here what changes with each write; null as long as it has not started. */
  readVersion: (() => Promise<string | null>) | null;
};

declare global {
  // The server in front of the app and the app's pages are separate bundles in one process.
  var throughlineSentAgain: SentAgain | undefined;
}

/** What the server in front and the pages say to each other of answers that may be sent again. */
export function sentAgain(): SentAgain {
  return (globalThis.throughlineSentAgain ??= {
    ...{ terms: new AsyncLocalStorage<AnswerTerms>(), readVersion: null },
  });
}
