import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AnalyticSession } from "./analytic-store";
import type { AnalyticsProgress, AnalyticsReply, AnalyticsRequest } from "./thread-protocol";

type Thread = {
  readonly worker: Worker;
  nextId: number;
  readonly waiting: Map<number, (reply: AnalyticsReply) => void>;
  /** By a workspace's file. */
  readonly progress: Map<string, number>;
};

declare global {
  // Module reloads in development must not start a second owner of the files.
  var throughlineAnalytics: Thread | null | undefined;
}

const gone = "The thread of the analytic tables ended; ask again.";

/** Starts the server's thread that owns the analytic tables; where it ended, the next session starts it again. */
export function startAnalyticsThread(): void {
  globalThis.throughlineAnalytics ??= spawn();
}

/** Whether this process has such a thread: others read cases into memory. */
export function hasAnalyticsThread(): boolean {
  return globalThis.throughlineAnalytics !== undefined;
}

/** Begins queries of everything that is committed in a workspace by now. @param path the workspace's file */
export async function beginOnThread(path: string): Promise<AnalyticSession> {
  const thread = (globalThis.throughlineAnalytics ??= spawn());
  const reply = await ask(thread, (id) => ({ type: "begin", id, path }));
  thread.progress.delete(path);
  if (reply.type !== "begun") throw new Error(gone);
  const { session } = reply;
  return {
    rows: async (sql) => {
      const answer = await ask(thread, (id) => ({ type: "rows", id, session, sql }));
      return answer.type === "rows" ? answer.rows : [];
    },
    keys: async (keys) => {
      const answer = await ask(thread, (id) => ({ type: "keys", id, session, keys }));
      return answer.type === "keys" ? answer.name : "";
    },
    end: async () => {
      await ask(thread, (id) => ({ type: "end", id, session }));
    },
  };
}

/** How many cases were read so far, while all of a workspace's are read; null: none has to wait for that. */
export function casesReadOnThread(path: string): number | null {
  return globalThis.throughlineAnalytics?.progress.get(path) ?? null;
}

function spawn(): Thread {
  const worker = new Worker(join(process.cwd(), "dist", "analytics.mjs"));
  const thread: Thread = { worker, nextId: 1, waiting: new Map(), progress: new Map() };
  worker.on("message", (message: AnalyticsReply | AnalyticsProgress) => {
    if (message.type === "progress") thread.progress.set(message.path, message.cases);
    else settle(thread, message);
  });
  worker.on("error", (error) => {
    console.error(`The thread of the analytic tables failed: ${error.name}`);
  });
  worker.on("exit", () => {
    if (globalThis.throughlineAnalytics === thread) globalThis.throughlineAnalytics = null;
    for (const id of thread.waiting.keys()) settle(thread, { type: "failed", id, message: gone });
  });
  return thread;
}

async function ask(
  thread: Thread,
  request: (id: number) => AnalyticsRequest,
): Promise<AnalyticsReply> {
  const reply = await new Promise<AnalyticsReply>((resolve) => {
    const id = thread.nextId;
    thread.nextId += 1;
    thread.waiting.set(id, resolve);
    thread.worker.postMessage(request(id));
  });
  if (reply.type === "failed") throw new Error(reply.message);
  return reply;
}

function settle(thread: Thread, reply: AnalyticsReply): void {
  const answer = thread.waiting.get(reply.id);
  thread.waiting.delete(reply.id);
  answer?.(reply);
}
