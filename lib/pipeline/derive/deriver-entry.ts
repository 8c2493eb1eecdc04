import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { isDomainError } from "@/lib/domain/domain-error";
import { openWriter } from "@/lib/store/open-database";
import { hasWork } from "@/lib/store/queue";
import { nowUs } from "@/lib/clock/server";
import { createClaims, createSharedClaims } from "./claims";
import { createRemask } from "../originals/remask-spans";
import { createAnswerMasker } from "./create-answer-masker";
import type { DeriverNews, DeriverTask } from "./deriver-protocol";
import { describeError } from "@/lib/log/describe-error";
import { lowerPriority } from "../worker/lower-priority";
import { yieldToPages } from "../worker/page-requests";
import { drainQueue } from "./drain-queue";
import { followWrites } from "./follow-writes";

/**
 * Thread that derives one lane of one workspace's queue. It can be terminated at any time: results
 * are stored atomically, and what was not stored stays queued.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline worker`.");

/**
 * How long to wait for more spans of a trace: exporters split a trace over several requests, which follow each other
 * within milliseconds. Under load entries wait longer anyway, and their spans are read together.
 */
const sendersUs = 50_000;
/** How long an entry waits for pages at most; most are derived in less. */
const pagesMaxMs = 100;
/** A case of so many spans takes some 1.5 s of the processor; a larger one goes to the slow lane, and holds up no other. */
const quickSpansMax = 5000;
/** Pause after a failure such as a full disk. */
const afterProblemMs = 2000;

lowerPriority();
const { path, folder, lane, order, board, holder } = workerData as DeriverTask;
const maskAnswer = createAnswerMasker(folder);
const remask = createRemask(folder);
// Not awaited: V8 crashes where a thread is ended while its module awaits (nodejs/node issue 62114).
void derive();

/** Derives what is due until the thread is ended. */
async function derive(): Promise<never> {
  const db = await openWriter(path);
  const writes = followWrites(db);
  const claims = db.claims === null ? createClaims(board, holder) : createSharedClaims(db.claims);
  for (;;) {
    const begun = process.hrtime.bigint();
    let known: number | null = null;
    try {
      // Before the queue is read, so that what is written meanwhile is not missed.
      known = await writes.begin();
      await drainQueue(db, {
        now: nowUs,
        maskAnswer,
        remask,
        lane,
        order,
        claims,
        ...(lane === "quick" && { spansMax: quickSpansMax }),
        // With order "newest", all input has been stored before.
        settleUs: order === "oldest" ? sendersUs : 0,
        beforeEntry: () => yieldToPages(pagesMaxMs),
        onBegin: (stage, key) => say({ type: "begin", stage, key }),
        onEnd: () => say({ type: "end" }),
        onSettled: (entries, cases) => say({ type: "settled", entries, cases }),
      });
      const isEmpty = !(await hasWork(db, lane));
      say({ type: "idle", isEmpty, begun });
      // Traces that are still arriving are due before anything is written.
      if (!isEmpty) known = null;
    } catch (error) {
      const isDamage = isDomainError(error) && error.code === "damaged";
      say({ type: "problem", message: describeError(error), isDamage });
      await wait(afterProblemMs);
    }
    await writes.next(known);
  }
}

function say(news: DeriverNews): void {
  port?.postMessage(news);
}
