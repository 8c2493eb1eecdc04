import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { readAsOf } from "@/lib/analytics/load/as-of";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type {
  JudgeProgress,
  PreviewProgress,
  SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";
import { copyWorkspace } from "@/lib/store/copy/copy-workspace";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { readQueueState } from "@/lib/store/queue";
import { compareWorkspaces } from "./compare-workspaces";
import { previewRules } from "./preview-rules";
import { drainQueue } from "../derive/drain-queue";

export type PreviewOptions = {
  /** Path of the workspace's database; only read. */
  readonly path: string;
  /** An empty folder for the copies; the caller deletes it. */
  readonly folder: string;
  readonly settings: Settings;
  /** Microseconds since 1970. */
  readonly now: () => number;
  readonly maskAnswer: MaskAnswer;
  readonly onProgress: (progress: PreviewProgress) => void;
};

export type Preview = {
  readonly effect: SettingsEffect;
  /** Null where none was needed. */
  readonly copy: {
    /** The up-to-date copy without the change. */
    readonly beforePath: string;
    /** Cases that were derived again because of the change. */
    readonly derived: ReadonlySet<string>;
  } | null;
};

const progressMs = 200;

/** Computes the effect of changed settings: of rules alone from the stored cases, of others on a copy. */
export async function previewSettings(options: PreviewOptions): Promise<Preview> {
  const { path, settings, onProgress } = options;
  const say = atIntervals((progress: () => JudgeProgress) => onProgress(progress()));
  const effect = await previewRules(path, settings, say);
  return effect === null ? previewOnCopies(options) : { effect, copy: null };
}

/**
 * Computes the effect of changed settings by applying them to a copy of the workspace, which is
 * brought up to date first so that only the change's own effect is shown.
 */
export async function previewOnCopies(options: PreviewOptions): Promise<Preview> {
  const { path, folder, settings, now, onProgress } = options;
  const beforePath = join(folder, "before.db");
  const afterPath = join(folder, "after.db");
  await copyWorkspace(path, beforePath, (share) => onProgress({ step: "copy", share }));
  await withDatabase(beforePath, (before) => drain(before, "catch-up", options));
  copyFileSync(beforePath, afterPath);
  return withDatabase(afterPath, async (after) => {
    await writeSettings(after, settings);
    const derived = await drain(after, "derive", options);
    onProgress({ step: "compare" });
    const asOfUs = await readAsOf(after, now());
    const effect = await withDatabase(beforePath, (before) =>
      compareWorkspaces({ before, after, asOfUs, derived }),
    );
    return { effect, copy: { beforePath, derived } };
  });
}

async function withDatabase<T>(path: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openWriter(path);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function drain(
  db: Database,
  step: "catch-up" | "derive",
  { now, maskAnswer, onProgress }: PreviewOptions,
): Promise<ReadonlySet<string>> {
  const say = atIntervals(async () => {
    onProgress({ step, left: (await readQueueState(db)).depth });
  });
  const shouldPause = async (): Promise<boolean> => {
    await say();
    return false;
  };
  const { cases } = await drainQueue(db, { now, maskAnswer, shouldPause });
  return cases;
}

/** The action, skipped where it was done less than `progressMs` before. */
function atIntervals<Given extends readonly unknown[], Done>(
  act: (...given: Given) => Done,
): (...given: Given) => Done | undefined {
  let doneMs = -Infinity;
  return (...given) => {
    if (performance.now() - doneMs <= progressMs) return undefined;
    doneMs = performance.now();
    return act(...given);
  };
}
