import { setMaxListeners } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import { exchange, pause, tally } from "./exchange.mjs";
import { inBuffers } from "./otlp.mjs";

/** Makes and sends a hostile body; bodies.mjs says what one is. */

/**
 * Writes what all requests share to a file, so that sending it takes neither time nor memory to make it.
 * @returns bytes as sent; null: the requests differ, or are made while they are sent
 */
export async function prepareBody(body, { path, nowMs }) {
  if (!isOneFile(body)) return null;
  const pieces = Readable.from(inBuffers(body.bytes({ at: 0, nowMs })));
  const compressed = body.isGzip ? [createGzip({ level: 1 })] : [];
  await pipeline(pieces, ...compressed, createWriteStream(path));
  return (await stat(path)).size;
}

const isOneFile = ({ isSame, pace, silent }) =>
  isSame && pace === undefined && silent === undefined;

/**
 * Sends all requests of a body, each once.
 * @param sender the server's `url`, the `token` of programs, the `cookie` of a user, and the file's `path`
 * @param signal when whoever has not been answered gives up
 * @returns how many answers of each status, the first refusal's text, and how long it took, ms
 */
export async function sendBody(body, sender, nowMs, signal) {
  setMaxListeners(0, signal);
  const fromMs = performance.now();
  const answers = [];
  if (body.silent === undefined) {
    let next = 0;
    const sendNext = async () => {
      while (next < body.requests && !signal.aborted) {
        const at = next;
        next += 1;
        answers.push(await sendOne(body, at, { ...sender, nowMs }, signal));
      }
    };
    await Promise.all(Array.from({ length: body.parallel }, sendNext));
  } else answers.push(...(await keepSilent(body.silent, sender.url, signal)));
  const refused = answers.find(({ status }) => status !== 200 && status !== 201);
  return {
    statuses: tally(answers),
    said: (refused ?? answers[0])?.text?.slice(0, 300) ?? "",
    isAnswered: !signal.aborted,
    ms: Math.round(performance.now() - fromMs),
  };
}

function sendOne(body, at, { url, token, cookie, path, bytes, nowMs }, signal) {
  const common = {
    "content-type": body.type,
    ...(body.isGzip && { "content-encoding": "gzip" }),
    ...(body.isUpload ? ofUser(url, cookie, at) : { authorization: `Bearer ${token}` }),
  };
  const send = (content, headers = {}) =>
    exchange(`${url}${body.path}`, {
      method: "POST",
      headers: { ...common, ...headers, ...body.headers },
      body: content,
      signal,
    });
  if (body.pace !== undefined) return sendPaced(body, send, { at, nowMs }, signal);
  if (bytes !== null) return send(createReadStream(path), { "content-length": String(bytes) });
  const whole = Buffer.concat([...inBuffers(body.bytes({ at, nowMs }))]);
  return send(body.isGzip ? gzipSync(whole, { level: 1 }) : whole);
}

const ofUser = (url, cookie, at) => ({
  ...{ cookie, origin: url, "x-file-name": `hostile-${at}.jsonl` },
  "x-upload-id": at.toString(16).padStart(32, "0"),
});

/** A piece at a time; then the body ends, or its connection is cut. */
function sendPaced({ bytes, pace }, send, made, signal) {
  const { everyMs, seconds, isCut = false } = pace;
  const untilMs = performance.now() + seconds * 1000;
  async function* pieces() {
    for (const piece of bytes(made)) {
      if (performance.now() >= untilMs || signal.aborted) break;
      yield piece;
      await pause(everyMs, signal);
    }
    if (isCut) throw Object.assign(new Error(), { code: "cut by the sender" });
  }
  return send(Readable.from(pieces(), { objectMode: false }));
}

/** Opens connections and sends nothing. Resolves to one answer each: whether the server closed it meanwhile. */
async function keepSilent({ connections, seconds }, url, signal) {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(Number(port), hostname);
    const state = { status: null, error: "left open" };
    socket.on("error", (error) => (state.error = error.code));
    socket.on("end", () => (state.error = "closed by the server"));
    return { socket, state };
  });
  await pause(seconds * 1000, signal);
  return sockets.map(({ socket, state }) => {
    const answer = { ...state };
    socket.destroy();
    return answer;
  });
}
