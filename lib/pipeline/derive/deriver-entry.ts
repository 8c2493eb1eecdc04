import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { openWriter } from "@/lib/store/database";
import { hasWork } from "@/lib/store/queue";
import { nowUs } from "../worker/clock";
import { createAnswerMasker } from "./create-answer-masker";
import type { DeriverNews, DeriverTask } from "./deriver-protocol";
import { describeError } from "../worker/describe-error";
import { drainQueue } from "./drain-queue";

/*
 * Derives what waits in one lane of one workspace, on a thread of its own that may be ended at any
 * moment: an answer is stored whole or not at all, and what was not stored still waits.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline worker`.");

/** How long a trace waits for more of its spans: senders export a trace in several requests. */
const sendersUs = 250_000;
/** How often the queue is looked at when nothing is known to have come in. */
const pollMs = 100;
/** A full disk or a broken file is not asked ten times a second. */
const afterProblemMs = 2000;

const { path, lane, order } = workerData as DeriverTask;
const maskAnswer = createAnswerMasker(dirname(path));
const db = await openWriter(path);

for (;;) {
  try {
    await drainQueue(db, {
      now: nowUs,
      maskAnswer,
      lane,
      order,
      // Who begins with the newest has stored all of its input before.
      settleUs: order === "oldest" ? sendersUs : 0,
      onBegin: (stage, key) => say({ type: "begin", stage, key }),
      onEnd: () => say({ type: "end" }),
      onSettled: (entries, cases) => say({ type: "settled", entries, cases }),
    });
    say({ type: "idle", isEmpty: !(await hasWork(db, lane)) });
  } catch (error) {
    say({ type: "problem", message: describeError(error) });
    await wait(afterProblemMs);
  }
  await wait(pollMs);
}

function say(news: DeriverNews): void {
  port?.postMessage(news);
}
