import { setMaxListeners } from "node:events";
import { cpSync, constants, rmSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../tools/serve.mjs";
import { startClients } from "./clients.mjs";
import { startSender, warmRounds, warmUp } from "./measure-body.mjs";
import { summarise } from "./summarise.mjs";
import { readTree, watchServer } from "./watch-server.mjs";
import { stopServer } from "./workspace.mjs";

/** How long a reader looks at a page. */
const lookMs = 15_000;
const minuteMs = 60_000;
/** What was begun last is answered, and derived, by then. */
const settleMs = 60_000;

/**
 * Sends one server one hostile body after another, while ordinary senders and readers use it.
 * @param names of the bodies, which are sent again from the first one until the time is over
 * @param limitMs how long one body may take
 * @returns the figures of all users (summarise.mjs), what became of each body, and the resident memory of each minute's end
 */
export async function measureTogether(names, template, options) {
  const { folder, minutes, readers, limitMs, nowMs } = options;
  const data = join(folder, "data");
  const end = new AbortController();
  // Each request that is not answered yet listens.
  setMaxListeners(0, end.signal);
  cpSync(template.data, data, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const served = await serve(data);
  try {
    const { child, url } = served;
    const server = { ...template, url, data };
    await warmUp(server, nowMs);
    const endWatch = watchServer(child.pid);
    const pageMs = lookMs / readers;
    const clients = startClients(server, {
      ...{ nowMs, firstCase: warmRounds, signal: end.signal, pageMs },
    });
    const memoryByMinute = [];
    const readMemory = () => memoryByMinute.push(readTree(child.pid).memoryBytes);
    const timer = setInterval(readMemory, minuteMs);
    const sent = await sendInTurn(names, server, { folder, limitMs, nowMs, minutes });
    clearInterval(timer);
    const giveUp = setTimeout(() => end.abort(), settleMs);
    const traffic = await clients.stop();
    clearTimeout(giveUp);
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    const figures = summarise({ name: "one after another", traffic, used: endWatch(), hasEnded });
    return { ...figures, sent, memoryByMinute };
  } finally {
    await stopServer(served);
    rmSync(data, { recursive: true, force: true });
  }
}

async function sendInTurn(names, server, { folder, limitMs, nowMs, minutes }) {
  const untilMs = performance.now() + minutes * minuteMs;
  const results = [];
  for (let at = 0; performance.now() < untilMs; at += 1) {
    const name = names[at % names.length];
    const sender = await startSender(name, join(folder, "body"), nowMs);
    try {
      const { statuses, ms } = await sender.send(server, limitMs);
      results.push({ name, statuses, ms: Math.round(ms) });
    } finally {
      await sender.stop();
    }
  }
  return results;
}
