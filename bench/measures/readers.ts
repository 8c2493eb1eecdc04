import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { openWriter } from "@/lib/store/open-database";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { layExport } from "../material/read-export";
import type { EndlessOptions } from "./ingest-endlessly";
import { ingestPath, withFolder, withWorkspace } from "./workspace";

export type ReadersOptions = {
  readonly samples: number;
  readonly requests: number;
  /** Exports of 10,000 spans that are ingested meanwhile. */
  readonly exports: number;
};

/** 95th percentile in milliseconds. */
export type ReadersResult = {
  readonly listIdle: number;
  readonly listIngesting: number;
  readonly writeIdle: number;
  readonly writeIngesting: number;
};

/** Lists cases and writes a setting, idle and while another process ingests into the same workspace. */
export function measureReaders(options: ReadersOptions): Promise<ReadersResult> {
  return withFolder(async (folder) => {
    const { path } = await layExport(folder, options.requests);
    await withWorkspace(folder, (db) => ingestPath(db, path, folder));
    const workspace = workspacePath("main", folder);
    const writer = await openWriter(workspace);
    const list = () => loadCasesPage({ path: workspace, scope: null }, defaultCasesQuery, asOfUs);
    const write = () => writeSettings(writer, defaultSettings);
    try {
      await sample(list, options.samples);
      const idleBefore = await sample(list, options.samples);
      const writeIdle = percentile95(await sample(write, options.samples));
      const stop = await startIngesting({ folder, exports: options.exports });
      const listIngesting = percentile95(await sample(list, options.samples));
      const writeIngesting = percentile95(await sample(write, options.samples));
      await stop();
      const idleAfter = await sample(list, options.samples);
      const listIdle = percentile95([...idleBefore, ...idleAfter]);
      return { listIdle, listIngesting, writeIdle, writeIngesting };
    } finally {
      await writer.close();
    }
  });
}

const asOfUs = 1_780_000_000_000_000;
const pauseMs = 5;

async function sample(work: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startMs = performance.now();
    await work();
    times.push(performance.now() - startMs);
    await wait(pauseMs);
  }
  return times;
}

function percentile95(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

/**
 * Starts an endlessly ingesting process.
 * @returns a function that stops it
 */
async function startIngesting(options: EndlessOptions): Promise<() => Promise<void>> {
  const child = fork(process.argv[1] ?? "", ["ingest-endlessly", JSON.stringify(options)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return async () => {
    if (child.exitCode !== null) throw new Error("There was too little to ingest meanwhile.");
    const ended = once(child, "exit");
    child.kill();
    await ended;
  };
}
