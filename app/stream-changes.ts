import type { SignedIn } from "@/lib/auth/current-viewer";
import { watchChanges } from "@/lib/analytics/load/watch-changes";
import { may } from "@/lib/domain/people/permission";

type StreamOptions = {
  /** The workspace's file. */
  readonly path: string;
  /** The sequence's value that the page knows; null: that of now. */
  readonly since: number | null;
  /** Reads the viewer of the session again; null: it ended. */
  readonly readViewer: () => Promise<SignedIn | null>;
  /** Aborted when the browser is gone. */
  readonly signal: AbortSignal;
};

/** Between two signs of life, at each of which the session is read again. */
const pulseMs = 5000;
/** A browser that does not read so many events is disconnected; it comes back with the last one's number. */
const unreadMax = 1000;
/** The browser's pause before it connects again. */
const retryMs = 1000;

/**
 * Server-sent events of a workspace's changes: the ids of the changed cases with the sequence's value, no words. The
 * session is read again before each event: one that ended gets no more, and a changed scope holds at once.
 */
export function streamChanges({ path, since, readViewer, signal }: StreamOptions): ReadableStream {
  const encoder = new TextEncoder();
  let stop: (() => void) | null = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const write = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        if (isOver) return;
        isOver = true;
        unwatch();
        clearInterval(pulse);
        controller.close();
      };
      // One after the other, so that events keep their order.
      let last = Promise.resolve();
      const send = (textFor: (viewer: SignedIn) => string) => {
        last = last.then(async () => {
          if (isOver) return;
          const viewer = await readViewer();
          if (viewer === null || !may(viewer, "view-text")) {
            write("event: ended\ndata: {}\n\n");
            end();
          } else if ((controller.desiredSize ?? 0) < -unreadMax) end();
          else write(textFor(viewer));
        });
        last.catch(end);
      };
      const unwatch = watchChanges(path, since, ({ sequence, idsFor }) => {
        send(({ scope }) => {
          const cases = idsFor(scope);
          return `id: ${String(sequence)}\nevent: changed\ndata: ${JSON.stringify({ cases })}\n\n`;
        });
      });
      const pulse = setInterval(() => {
        send(() => "event: pulse\ndata: {}\n\n");
      }, pulseMs);
      stop = end;
      signal.addEventListener("abort", end);
      write(`retry: ${String(retryMs)}\n\n`);
    },
    cancel() {
      stop?.();
    },
  });
}
