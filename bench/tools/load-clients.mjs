import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Connections are kept, as browsers and exporters do. */
const agent = new Agent({ keepAlive: true });

/**
 * Sends one request and reads its answer whole. As browsers and exporters do, it is sent again where the server closed
 * a kept connection in that moment.
 */
export function ask(url, options = {}) {
  const { method = "GET", headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          text: () => Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on("error", (error) => {
      if (outgoing.reusedSocket && error.code === "ECONNRESET") resolve(ask(url, options));
      else reject(error);
    });
    outgoing.end(body);
  });
}

/**
 * Sends bodies one after another, without a pause, until told to end. One that is answered 503 is sent again after
 * its Retry-After; each is sent until it is answered 200.
 * @param state what all senders together sent and were answered; `isSending`: whether to go on
 */
export async function keepSending({ url, token, take, state }) {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-encoding": "gzip",
  };
  while (state.isSending) {
    const body = take();
    for (let isStored = false; !isStored;) {
      const fromMs = performance.now();
      const answer = await ask(`${url}/v1/traces`, { method: "POST", headers, body: body.bytes });
      isStored = answer.status === 200;
      if (isStored) keepAnswer(state, body, answer, performance.now() - fromMs);
      else await waitToResend(state, answer);
    }
  }
}

function keepAnswer(state, body, answer, ms) {
  state.times.push(ms);
  state.rawBytes += body.rawBytes;
  const { partialSuccess } = JSON.parse(answer.text());
  if (partialSuccess?.rejectedSpans > 0) state.rejected += Number(partialSuccess.rejectedSpans);
  for (const span of body.spans) state.spans.push(span);
}

async function waitToResend(state, { status, headers }) {
  const seconds = Number(headers["retry-after"]);
  if (status !== 503 || !(seconds > 0)) {
    throw new Error(`A body was answered ${status} with Retry-After ${headers["retry-after"]}.`);
  }
  state.refused += 1;
  await wait(seconds * 1000);
}

/**
 * Reads pages one after another with pauses, as somebody who looks at each, until told to end. Each request has an id,
 * without which an unchanged page would be sent again instead of being made.
 * @param state `isReading`: whether to go on; `phase`: the name that times are kept under, null: not kept
 */
export async function keepReading({ url, cookie, pick, pauseMs, state, random }) {
  await wait(random() * pauseMs);
  while (state.isReading) {
    const { name, path } = pick();
    const { phase } = state;
    const fromMs = performance.now();
    const headers = { cookie, "x-request-id": randomUUID() };
    const { status } = await ask(`${url}${path}`, { headers });
    if (status !== 200) throw new Error(`${path} was answered ${status}.`);
    if (phase !== null && phase === state.phase) {
      state.times.push({ phase, name, ms: performance.now() - fromMs });
    }
    await wait((0.5 + random()) * pauseMs);
  }
}
