import type { SignedIn } from "@/lib/auth/current-viewer";
import { may } from "@/lib/domain/people/permission";

type EventStreamOptions = {
  /** Reads the viewer of the session again; null: it ended. */
  readonly readViewer: () => Promise<SignedIn | null>;
  /** Aborted when the browser is gone. */
  readonly signal: AbortSignal;
  /**
   * Begins to send. Each text given is written after those before it, if the session still stands; "": nothing.
   * @returns stops it
   */
  readonly start: (send: SendEvent) => () => void;
};

export type SendEvent = (textFor: (viewer: SignedIn) => string | Promise<string>) => void;

/** Between two signs of life, at each of which the session is read again. */
const pulseMs = 5000;
/** A browser that does not read so many events is disconnected; it comes back with the last one's number. */
const unreadMax = 1000;
/** The browser's pause before it connects again. */
const retryMs = 1000;

/** The text of a server-sent event. */
export function eventText(event: string, data: unknown, id?: number): string {
  const line = id === undefined ? "" : `id: ${String(id)}\n`;
  return `${line}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Server-sent events of a session. It is read again before each event: one that ended gets no more than that it did,
 * and a changed scope or role holds at once.
 */
export function eventStream({ readViewer, signal, start }: EventStreamOptions): Response {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const write = (text: string) => {
        if (!isOver && text !== "") controller.enqueue(encoder.encode(text));
      };
      // One after the other, so that events keep their order.
      let last = Promise.resolve();
      const send: SendEvent = (textFor) => {
        last = last.then(async () => {
          if (isOver) return;
          const viewer = await readViewer();
          if (viewer === null || !may(viewer, "view-text")) {
            write(eventText("ended", {}));
            end();
          } else if ((controller.desiredSize ?? 0) < -unreadMax) end();
          else write(await textFor(viewer));
        });
        last.catch(() => {
          end();
        });
      };
      write(`retry: ${String(retryMs)}\n\n`);
      const stop = start(send);
      const pulse = setInterval(() => {
        send(() => eventText("pulse", {}));
      }, pulseMs);
      end = () => {
        if (isOver) return;
        isOver = true;
        stop();
        clearInterval(pulse);
        controller.close();
      };
      signal.addEventListener("abort", end);
    },
    cancel() {
      end();
    },
  });
  return new Response(body, { headers });
}

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  // Nobody on the way may collect or compress it.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};
