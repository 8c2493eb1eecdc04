import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { statement, type Database } from "@/lib/store/port";
import { layExport, type Material } from "../material/read-export";
import { parseLines, storeNaively } from "./baselines";
import { timeDerivation, type DeriveTimes } from "./derive-again";
import { timeStages, type StageTimes } from "./stages";
import { costOf, ingestOnThreads, withFolder, withWorkspace, type Cost } from "./workspace";

export type CoreOptions = {
  readonly rounds: number;
  readonly requests: number;
  /** Path of DuckDB's loader; null if not installed. */
  readonly duckDbModule: string | null;
};

/** One round's wall-clock costs in milliseconds. */
export type Round = {
  readonly parse: Cost;
  readonly naive: Cost;
  readonly duckDb: number | null;
  readonly pipeline: Cost;
  readonly stages: StageTimes;
  readonly derivation: DeriveTimes;
};

export type CoreResult = {
  readonly material: { readonly name: string; readonly bytes: number; readonly spans: number };
  readonly fileBytes: number;
  readonly tables: readonly { readonly name: string; readonly bytes: number }[];
  readonly rounds: readonly Round[];
};

type Loader = { loadWithDuckDb: (path: string, folder: string) => Promise<number> };

/** Runs the contestants in turn, round by round, so that a slow machine affects all alike. */
export function measureCore(options: CoreOptions): Promise<CoreResult> {
  return withFolder(async (folder) => {
    const material = await layExport(folder, options.requests);
    const duckDb = await loadDuckDb(options.duckDbModule);
    const rounds: Round[] = [];
    let stored: Stored = { spans: 0, fileBytes: 0, tables: [] };
    for (let round = 0; round < options.rounds; round += 1) {
      const own = join(folder, String(round));
      mkdirSync(own);
      const result = await runRound(material, own, duckDb);
      stored = result.stored;
      rounds.push(result.round);
      rmSync(own, { recursive: true });
      console.error(`round ${String(round + 1)} of ${String(options.rounds)}`);
    }
    const { spans, fileBytes, tables } = stored;
    const { name, bytes } = material;
    return { material: { name, bytes, spans }, fileBytes, tables, rounds };
  });
}

type Stored = Pick<CoreResult, "fileBytes" | "tables"> & { readonly spans: number };

async function runRound(
  material: Material,
  folder: string,
  duckDb: Loader | null,
): Promise<{ round: Round; stored: Stored }> {
  const { path, lines } = material;
  const parse = await clean(() => costOf(() => parseLines(lines)));
  const naive = await clean(() => costOf(() => storeNaively(lines, folder)));
  let spans = 0;
  const pipeline = await clean(() =>
    costOf(() =>
      withWorkspace(folder, async (db) => {
        spans = await ingestOnThreads(db, path, folder);
      }),
    ),
  );
  const duck = duckDb === null ? null : await clean(() => duckDb.loadWithDuckDb(path, folder));
  const stages = await clean(() => timeStages(path, folder));
  const fileBytes = statSync(workspacePath("main", folder)).size;
  return withWorkspace(folder, async (db) => {
    const tables = await readTables(db);
    const derivation = await clean(() => timeDerivation(db, folder));
    const round: Round = { parse, naive, duckDb: duck, pipeline, stages, derivation };
    return { round, stored: { spans, fileBytes, tables } };
  });
}

/** Collects garbage, so that no contestant pays for another's. */
function clean<T>(work: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  return work();
}

function readTables(db: Database): Promise<CoreResult["tables"]> {
  const sql =
    "SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12";
  return db.read((connection) =>
    statement<[], { name: string; bytes: number }>(connection, sql).all(),
  );
}

/** The module is plain JavaScript next to this one's sources; its name and type are the benchmark's own. */
async function loadDuckDb(module: string | null): Promise<Loader | null> {
  return module === null ? null : ((await import(module)) as Loader);
}
