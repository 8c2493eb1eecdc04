import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import type { Settings } from "@/lib/domain/settings/settings";
import {
  noEffect,
  type PreviewState,
  type SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { logEvent } from "@/lib/log/log-event";
import { isOnPostgres } from "@/lib/store/location";
import { makeFolder } from "@/lib/store/make-folder";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readIntakeRevision } from "@/lib/store/intake-revision";
import { nowUs } from "@/lib/clock/server";
import { dataFolder, workspacePath } from "../worker/data-folder";
import { derivationVersion } from "../derive/derivation-version";
import { readDerivationState } from "../derive/derivation-state";
import type { PreviewReply, PreviewRequest } from "./preview-protocol";
import { readingVersion } from "../derive/reread-spans";
import { startThread } from "../worker/start-thread";
import { withReader } from "../worker/with-reader";

export const previewFolderPrefix = "preview-";
/** A preview that is not polled for this long is cancelled and its copies are deleted. */
const forgottenMs = 5 * 60_000;

type Moment = { readonly intake: string; readonly settings: string };

type Running = {
  readonly id: string;
  readonly workspace: WorkspaceName;
  readonly folder: string;
  /** Null if nothing derived depends on the change, and after the thread ended. */
  thread: Worker | null;
  /** State of the workspace at the start. */
  readonly of: Moment;
  isSaved: boolean;
  state: Exclude<PreviewState, { status: "deriving" }>;
  /** When `state` was last set, in microseconds since 1970. */
  stateUs: number;
  timer: NodeJS.Timeout;
};

declare global {
  // Module reloads in development must not lose a running thread.
  var throughlinePreviews: Map<string, Running> | undefined;
}

/** Deletes what a crashed server left; call it once at server start. */
export function removePreviewLeftovers(folder = dataFolder()): void {
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(previewFolderPrefix))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Starts computing the effect of changed settings in the background; cancels the workspace's previous preview.
 * @returns the id for `readPreview`
 * @throws DomainError "too-large" if the disk cannot hold two copies of the workspace
 */
export async function startPreview(workspace: WorkspaceName, settings: Settings): Promise<string> {
  for (const other of previews().values()) if (other.workspace === workspace) end(other);
  const path = workspacePath(workspace);
  const [before, of] = await withReader(path, async (db) => [
    await readSettings(db).catch(() => null),
    await momentOf(db),
  ]);
  const id = randomBytes(8).toString("hex");
  const running: Running = {
    id,
    workspace,
    folder: join(dataFolder(), `${previewFolderPrefix}${id}`),
    thread: null,
    of,
    isSaved: false,
    state: { status: "running", progress: { step: "copy", share: 0 } },
    stateUs: nowUs(),
    timer: setTimeout(() => end(running), forgottenMs).unref(),
  };
  if (before !== null && isDerivedAlike(before, settings)) show(running, noEffect);
  else runInThread(running, { type: "preview", path, folder: running.folder, settings });
  previews().set(id, running);
  return id;
}

/**
 * A preview's state.
 * @returns null if there is none with that id
 */
export async function readPreview(
  workspace: WorkspaceName,
  id: string,
): Promise<PreviewState | null> {
  const running = previews().get(id);
  if (running?.workspace !== workspace) return null;
  running.timer.refresh();
  return withReader(workspacePath(workspace), async (db) => {
    if (running.isSaved) return readSaved(running, db);
    if (running.state.status !== "shown") return running.state;
    const ageUs = nowUs() - running.stateUs;
    return { ...running.state, ageUs, changed: whatChanged(running.of, await momentOf(db)) };
  });
}

/** Marks the change as saved: from then on `readPreview` reports the progress of derivation. */
export function notePreviewSaved(workspace: WorkspaceName, id: string): void {
  const running = previews().get(id);
  if (running?.workspace === workspace) running.isSaved = true;
}

/** Cancels a preview, running or finished, and deletes its copies. */
export function cancelPreview(workspace: WorkspaceName, id: string): void {
  const running = previews().get(id);
  if (running?.workspace === workspace) end(running);
}

async function readSaved(running: Running, db: Database): Promise<PreviewState> {
  const { state } = running;
  if (state.status === "done") return state;
  const { isCurrent, left } = await readDerivationState(db);
  if (!isCurrent) return { status: "deriving", left };
  if (running.thread === null) {
    running.state = { status: "done", effect: state.status === "shown" ? state.effect : null };
    return running.state;
  }
  if (state.status !== "running") {
    running.state = { status: "running", progress: { step: "compare" } };
    const request: PreviewRequest = { type: "compare" };
    running.thread.postMessage(request);
  }
  return { status: "deriving", left: 0 };
}

function runInThread(
  running: Running,
  request: Extract<PreviewRequest, { type: "preview" }>,
): void {
  requireDiskSpace(request.path);
  mkdirSync(running.folder);
  const thread = startThread("preview.mjs");
  running.thread = thread;
  thread.on("message", (reply: PreviewReply) => handleReply(running, reply));
  thread.on("error", (error) => fail(running, error.name));
  thread.on("exit", () => {
    running.thread = null;
    rmSync(running.folder, { recursive: true, force: true });
    if (running.state.status === "running") fail(running, "the thread ended");
  });
  thread.unref();
  thread.postMessage(request);
}

function handleReply(running: Running, reply: PreviewReply): void {
  if (reply.type === "progress") running.state = { status: "running", progress: reply.progress };
  else if (reply.type === "failed") fail(running, reply.message);
  else if (running.isSaved) {
    running.state = { status: "done", effect: reply.effect };
    void running.thread?.terminate();
  } else show(running, reply.effect);
}

function show(running: Running, effect: SettingsEffect): void {
  running.stateUs = nowUs();
  running.state = { status: "shown", effect, ageUs: 0, changed: "nothing" };
}

function fail(running: Running, reason: string): void {
  // A cancelled or replaced preview is no longer registered.
  if (!previews().has(running.id)) return;
  logEvent("preview-failed", { workspace: running.workspace, why: reason });
  const sentence = "The effect could not be worked out. The change can be saved all the same.";
  running.state = running.isSaved
    ? { status: "done", effect: null }
    : { status: "failed", sentence };
  void running.thread?.terminate();
}

function end(running: Running): void {
  clearTimeout(running.timer);
  previews().delete(running.id);
  void running.thread?.terminate();
}

/** Two copies plus what derivation writes. */
function requireDiskSpace(path: string): void {
  // How large a copy of what is on a server gets is not known beforehand.
  if (isOnPostgres(path)) return;
  const { bavail, bsize } = statfsSync(dataFolder());
  if (bavail * bsize > statSync(path).size * 3) return;
  throw new DomainError(
    "too-large",
    "There is no room on the disk to try the change on a copy of the data. Free some, or save without.",
  );
}

function isDerivedAlike(before: Settings, after: Settings): boolean {
  return (
    derivationVersion(before) === derivationVersion(after) &&
    readingVersion(before) === readingVersion(after)
  );
}

async function momentOf(db: Database): Promise<Moment> {
  const settings = await readSettings(db).catch(() => null);
  return { intake: await readIntakeRevision(db), settings: JSON.stringify(settings) };
}

function whatChanged(was: Moment, is: Moment): "nothing" | "data" | "settings" {
  if (was.settings !== is.settings) return "settings";
  return was.intake === is.intake ? "nothing" : "data";
}

function previews(): Map<string, Running> {
  globalThis.throughlinePreviews ??= new Map();
  return globalThis.throughlinePreviews;
}
