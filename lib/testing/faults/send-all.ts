import { setTimeout as wait } from "node:timers/promises";

export type SendOptions = {
  /** The address of spans now: a server that was killed starts at another port. */
  readonly urlOf: () => string | null;
  readonly requests: readonly object[];
  readonly senders?: number;
  /** Called with each request that was answered 200. */
  readonly onStored?: (request: object) => void;
  /** True ends it, with what was not sent left out. */
  readonly isOver?: () => boolean;
  /** How long a sender waits before it sends the same again, milliseconds. */
  readonly pauseMs?: number;
};

export type Sent = {
  /** Of each answer; 0 where the connection broke. */
  readonly statuses: readonly number[];
  readonly slowestMs: number;
  /** Sentences of answers other than 200. */
  readonly sentences: ReadonlySet<string>;
  /** Answers of 503 that did not say when to try again. */
  readonly unhinted: number;
};

/** Sends requests from several senders as exporters do: what is not answered, or with 503, is sent again. */
export async function sendAll({
  urlOf,
  requests,
  senders = 4,
  onStored = () => undefined,
  isOver = () => false,
  pauseMs = 50,
}: SendOptions): Promise<Sent> {
  const waiting = [...requests];
  const statuses: number[] = [];
  const sentences = new Set<string>();
  let slowestMs = 0;
  let unhinted = 0;

  async function post(request: object): Promise<number> {
    const base = urlOf();
    if (base === null) return 0;
    const url = "resourceLogs" in request ? base.replace("/traces", "/logs") : base;
    const beganMs = performance.now();
    const headers = { "content-type": "application/json" };
    try {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(request) });
      const text = await response.text();
      if (response.status !== 200) sentences.add(text.slice(0, 400));
      if (response.status === 503 && !response.headers.has("retry-after")) unhinted += 1;
      slowestMs = Math.max(slowestMs, performance.now() - beganMs);
      return response.status;
    } catch {
      return 0;
    }
  }

  async function send(): Promise<void> {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      for (;;) {
        if (isOver()) return;
        const status = await post(request);
        if (status !== 0) statuses.push(status);
        if (status === 200) onStored(request);
        if (status !== 0 && status !== 503) break;
        await wait(pauseMs);
      }
    }
  }

  await Promise.all(Array.from({ length: senders }, send));
  return { statuses, slowestMs, sentences, unhinted };
}
