import { once, setMaxListeners } from "node:events";
import { cpSync, constants, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { serve } from "../tools/serve.mjs";
import { readPage, startClients } from "./clients.mjs";
import { summarise } from "./summarise.mjs";
import { watchServer } from "./watch-server.mjs";
import { stopServer } from "./workspace.mjs";

const leastMs = 5000;
/** How long nothing hostile is sent, for the figures to compare with. */
const idleMs = 20_000;
export const warmRounds = 2;
const warmMs = 20_000;

/**
 * Starts a server on a copy of a workspace, sends it one hostile body while ordinary users use it, and measures both.
 * Each body has a server of its own: memory that one takes, or work that it leaves, is not taken for another's.
 * @param name of the body; null: none, for the figures to compare with
 * @param template the workspace, and what its users need to be let in
 * @param limitMs how long the body may take, then how long what is left may take
 * @returns the figures (summarise.mjs)
 */
export async function measureBody(name, template, { folder, limitMs, nowMs }) {
  const data = join(folder, "data");
  const end = new AbortController();
  // Each request that is not answered yet listens.
  setMaxListeners(0, end.signal);
  const sender = name === null ? null : await startSender(name, join(folder, "body"), nowMs);
  let served = null;
  try {
    cpSync(template.data, data, { recursive: true, mode: constants.COPYFILE_FICLONE });
    served = await serve(data);
    const { child, url } = served;
    const server = { ...template, url, data };
    await warmUp(server, nowMs);
    const endWatch = watchServer(child.pid);
    const clients = startClients(server, { nowMs, firstCase: warmRounds, signal: end.signal });
    const [sent] = await Promise.all([
      sender === null ? wait(idleMs) : sender.send(server, limitMs),
      wait(leastMs),
    ]);
    const timer = setTimeout(() => end.abort(), limitMs);
    const traffic = await clients.stop();
    clearTimeout(timer);
    const used = endWatch();
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    const load = Number(loadavg()[0].toFixed(1));
    return { ...summarise({ name, sent, traffic, used, hasEnded }), load };
  } finally {
    await sender?.stop();
    if (served !== null) await stopServer(served, 0);
    rmSync(data, { recursive: true, force: true });
  }
}

/** Code is compiled, threads are started and caches filled by then, as on a server that was not just started. */
export async function warmUp(server, nowMs) {
  const signal = AbortSignal.timeout(warmMs);
  setMaxListeners(0, signal);
  for (let round = 0; round < warmRounds && !signal.aborted; round += 1) {
    for (const path of ["/overview", "/cases"]) await readPage(server, path, signal);
    const clients = startClients(server, { nowMs, firstCase: round, signal });
    await clients.stop();
  }
}

/** Makes a body on a thread. Resolves to functions that send it, and that end the thread. */
export async function startSender(name, path, nowMs) {
  const worker = new Worker(new URL("sender-thread.mjs", import.meta.url), {
    workerData: { name, path, nowMs },
  });
  await once(worker, "message");
  return {
    send: async ({ url, hostile: token, cookie }, limitMs) => {
      worker.postMessage({ url, token, cookie, limitMs });
      const [sent] = await once(worker, "message");
      return sent;
    },
    stop: async () => {
      await worker.terminate();
      rmSync(path, { force: true });
    },
  };
}
