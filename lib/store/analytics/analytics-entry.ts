import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { openReader } from "../database";
import { openAnalyticStore, type AnalyticSession, type AnalyticStore } from "./analytic-store";
import { followCases, type FollowedCases } from "./follow-cases";
import type { AnalyticsProgress, AnalyticsReply, AnalyticsRequest } from "./thread-protocol";

/**
 * Thread that owns the analytic tables of every workspace and runs the server's queries. Its files are a cache: they
 * are made anew by another version of the program, or where they are no copy of the workspace's cases.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread of the server.");

const version = createHash("sha256")
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest("hex");
const workspaces = new Map<string, FollowedCases>();
const sessions = new Map<number, AnalyticSession>();
let begun = 0;

port.on("message", (request: AnalyticsRequest) => {
  answer(request).then(
    (reply) => port.postMessage(reply),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : "unknown";
      port.postMessage({ type: "failed", id: request.id, message } satisfies AnalyticsReply);
    },
  );
});

async function answer(request: AnalyticsRequest): Promise<AnalyticsReply> {
  const { id } = request;
  if (request.type === "begin") {
    const opened = await followedCases(request.path).begin();
    begun += 1;
    sessions.set(begun, opened);
    return { type: "begun", id, session: begun };
  }
  const session = sessions.get(request.session);
  if (session === undefined) throw new Error("The session has ended.");
  switch (request.type) {
    case "rows":
      return { type: "rows", id, rows: await session.rows(request.sql) };
    case "keys":
      return { type: "keys", id, name: await session.keys(request.keys) };
    case "end":
      sessions.delete(request.session);
      await session.end();
      return { type: "ended", id };
  }
}

function followedCases(path: string): FollowedCases {
  const known = workspaces.get(path);
  if (known !== undefined) return known;
  const followed = followCases(
    openReader(path),
    (isFresh) => openFile(path, isFresh),
    (cases) => port?.postMessage({ type: "progress", path, cases } satisfies AnalyticsProgress),
  );
  workspaces.set(path, followed);
  return followed;
}

/** Beside the workspace's file, and the version that made it. */
async function openFile(path: string, isFresh: boolean): Promise<AnalyticStore> {
  const file = path.replace(/\.db$/u, ".analytics");
  const versionFile = `${file}.version`;
  const isOwn = existsSync(versionFile) && readFileSync(versionFile, "utf8") === version;
  if (isFresh || !isOwn) {
    for (const each of [file, `${file}.wal`, versionFile]) rmSync(each, { force: true });
    writeFileSync(versionFile, version, { mode: 0o600 });
  }
  return openAnalyticStore(file);
}
