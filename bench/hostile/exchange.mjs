import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const errorsOfSender = { ABORT_ERR: "no answer" };

/** Connections are kept, as exporters and browsers do. */
export const keptConnections = new Agent({ keepAlive: true });

/**
 * Sends one request and reads its answer. Never rejects: a connection that is cut, or a request that is not answered
 * before `signal`, is an answer with status null and an `error`.
 * @param body a Readable, a buffer or text; undefined: none
 * @param agent false: a connection of its own
 */
export function exchange(url, { method = "GET", headers = {}, body, signal, agent = false }) {
  return new Promise((resolve) => {
    const chunks = [];
    const settle = (status, answered = {}, error = null) => {
      if (body instanceof Readable) body.destroy();
      const text = Buffer.concat(chunks).toString();
      resolve({ status, error, headers: answered, text });
    };
    const outgoing = request(url, { method, headers, signal, agent }, (incoming) => {
      const { statusCode, headers: answered } = incoming;
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("end", () => {
        settle(statusCode, answered);
        // What was refused early is not sent to its end.
        if (!outgoing.writableFinished) outgoing.destroy();
      });
      incoming.on("error", (error) => settle(null, answered, error.code));
    });
    outgoing.on("error", (error) => {
      const isStale = outgoing.reusedSocket && error.code === "ECONNRESET";
      if (isStale && !(body instanceof Readable))
        resolve(exchange(url, { method, headers, body, signal, agent }));
      else settle(null, {}, errorsOfSender[error.code] ?? error.code ?? error.name);
    });
    if (body instanceof Readable) {
      body.on("error", (error) => outgoing.destroy(error));
      body.pipe(outgoing);
    } else outgoing.end(body);
  });
}

/** How long an answer asks its sender to wait, milliseconds. */
export function retryAfterMs({ headers }) {
  const seconds = Number(headers["retry-after"]);
  return seconds > 0 ? seconds * 1000 : 1000;
}

/** Counts answers by their status; one without is counted by its error. */
export function tally(answers) {
  const counts = {};
  for (const { status, error } of answers) {
    const key = String(status ?? error);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Waits, at most until the signal. */
export const pause = (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined);
