import "server-only";
import { isDomainError } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import { logEvent } from "@/lib/log/log-event";
import {
  changedInScope,
  readChangedSince,
  readSequence,
  type Changes,
} from "@/lib/store/cases/changed-since";
import { workspaceReader } from "./workspace-reader";

/** Reads the ids of the changed cases within a scope; null: any may have changed. */
export type NoticeOfChange = {
  readonly sequence: number;
  readonly idsFor: (scope: Scope | null) => readonly string[] | null;
};

type Listener = (notice: NoticeOfChange) => void;

type Watch = {
  readonly listeners: Set<Listener>;
  sequence: number | null;
  arranged: string | null;
  timer: NodeJS.Timeout | null;
  /** Whether something was written, or may have been, since the last look began. */
  isDue: boolean;
  /** Stops being told of writes; null: the sequence is looked at again and again. */
  unsubscribe: (() => void) | null;
};

declare global {
  // Development reloads modules, and each bundle has its own: one watch per workspace is kept.
  var throughlineWatches: Map<string, Watch> | undefined;
}

/** Between two looks at the sequence: a query of microseconds, whatever the number of listeners. */
const lookMs = 20;
/** A look that failed is repeated after this time. */
const afterFailureMs = 1000;
/** After a change was reported: what follows within this time is reported together, to all listeners at once. */
const togetherMs = 100;

/**
 * Reports each change of a workspace, by whichever process, once it is committed. One watch reads for all listeners.
 * @param path the workspace's file
 * @param since the sequence's value that the listener knows; what was written after it is reported at once
 * @returns stops it
 */
export function watchChanges(path: string, since: number | null, listener: Listener): () => void {
  const watches = (globalThis.throughlineWatches ??= new Map<string, Watch>());
  const watch = watches.get(path) ?? {
    listeners: new Set<Listener>(),
    ...{ sequence: null, arranged: null, timer: null, isDue: false, unsubscribe: null },
  };
  watches.set(path, watch);
  // From here on nothing is missed; what the first look finds is at worst reported twice.
  watch.listeners.add(listener);
  if (watch.listeners.size === 1) begin(path, watch);
  if (since !== null) void catchUp(path, since, listener).catch(reportFailure);
  return () => {
    watch.listeners.delete(listener);
    if (watch.listeners.size > 0) return;
    if (watch.timer !== null) clearTimeout(watch.timer);
    watch.unsubscribe?.();
    watches.delete(path);
  };
}

function begin(path: string, watch: Watch): void {
  look(path, watch, 0);
  watch.unsubscribe =
    workspaceReader(path)?.onWrite?.(() => {
      watch.isDue = true;
      if (watch.timer === null) look(path, watch, 0);
    }) ?? null;
}

async function catchUp(path: string, since: number, listener: Listener): Promise<void> {
  const reader = workspaceReader(path);
  if (reader === null || (await readSequence(reader)) === since) return;
  listener(noticeOf(await readChangedSince(reader, since)));
}

/** Looks once, and as long as somebody listens again: when something was written, or where nobody tells of that, soon. */
function look(path: string, watch: Watch, afterMs: number): void {
  watch.timer = setTimeout(() => {
    watch.isDue = watch.unsubscribe === null;
    void readOnce(path, watch)
      .then((isReported) => (isReported ? togetherMs : lookMs))
      .catch((error: unknown) => {
        reportFailure(error);
        watch.isDue = true;
        return afterFailureMs;
      })
      .then((nextMs) => {
        watch.timer = null;
        if (watch.isDue && watch.listeners.size > 0) look(path, watch, nextMs);
      });
  }, afterMs);
  watch.timer.unref();
}

/** @returns whether a change was reported */
async function readOnce(path: string, watch: Watch): Promise<boolean> {
  const reader = workspaceReader(path);
  if (reader === null) return false;
  const sequence = await readSequence(reader);
  if (sequence === watch.sequence) return false;
  const changes = await readChangedSince(reader, watch.sequence ?? sequence);
  const isArranged = watch.arranged !== null && changes.arranged !== watch.arranged;
  const isFirst = watch.sequence === null;
  watch.sequence = changes.sequence;
  watch.arranged = changes.arranged;
  // Every batch of spans raises the sequence before its cases are derived.
  if (!isArranged && (isFirst || changes.cases?.length === 0)) return false;
  const notice = noticeOf(changes);
  for (const listener of watch.listeners) listener(notice);
  return true;
}

function noticeOf(changes: Changes): NoticeOfChange {
  return {
    sequence: changes.sequence,
    idsFor: (scope) => changedInScope(changes, scope),
  };
}

/** A look that failed is repeated by the next one. */
function reportFailure(error: unknown): void {
  if (isDomainError(error)) return;
  logEvent("watch-failed", { error });
}
