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

/**
 * Thread that derives one lane of one workspace's queue. It can be terminated at any time: results
 * are stored atomically, and what was not stored stays queued.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline worker`.");

/** How long to wait for more spans of a trace: exporters split a trace over several requests. */
const sendersUs = 250_000;
/** Polling interval of the queue. */
const pollMs = 100;
/** Pause after a failure such as a full disk. */
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
      // With order "newest", all input has been stored before.
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
