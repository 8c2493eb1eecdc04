import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { findBody } from "./bodies.mjs";
import { prepareBody, sendBody } from "./send-body.mjs";

/**
 * A thread that makes and sends one hostile body, so that its work does not delay the ordinary clients' clocks. Says
 * "ready" when the body is made; sends it when told where to; says what was answered.
 */
const { name, path, nowMs } = workerData;
const body = findBody(name);
const bytes = await prepareBody(body, { path, nowMs });
parentPort.postMessage({ kind: "ready", bytes });
const [{ limitMs, ...server }] = await once(parentPort, "message");
const sent = await sendBody(body, { ...server, path, bytes }, nowMs, AbortSignal.timeout(limitMs));
parentPort.postMessage({ kind: "sent", ...sent, bytes });
parentPort.close();
