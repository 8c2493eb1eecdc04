import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { hashCohort } from "@/lib/gate/gate-hashes";
import { derivationVersion } from "@/lib/pipeline/derive/derivation-version";
import { sha256 } from "@/lib/store/sha256";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { writeCohort } from "@/lib/store/gate/cohorts";
import { writeReplay } from "@/lib/store/gate/replays";
import { writeRun } from "@/lib/store/gate/runs";
import { locationIn, makeDatabase } from "./postgres/folder-database";
import { derivedCase } from "./derived-case";
import { gateId } from "./gate-rows";

/** Opens the workspace of a data folder, calls `work`, and closes it. */
export async function inDataFolder<T>(
  folder: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  await makeDatabase(folder);
  const db = await openWriter(locationIn(folder, "main"));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Stores a cohort. @returns its hash */
export async function storeCohort(
  db: Database,
  name: string,
  items: readonly CohortItem[],
): Promise<string> {
  const cohort = { name, items, createdBy: null, origin: { kind: "ids" } } as const;
  const hash = hashCohort(items, sha256);
  await db.write((connection) => writeCohort(connection, { ...cohort, sha256: hash }, 1));
  return hash;
}

/** So many items over chat and voice. */
export function gateItems(count: number): readonly CohortItem[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: gateId(at), cluster: `jane.doe.${String(at >> 1)}@example.org` },
    channels: ["chat", "voice"],
    ...{ expected: "Mrs Doe is told by when", stratum: "refund" },
    opening: [{ channel: "chat", text: "Where is my refund?" }],
  }));
}

/** Stores a run with a scored replay of each item: resolved (true), not (false), or none and why (null). */
export async function storeRun(
  db: Database,
  of: {
    readonly run: string;
    readonly release: string;
    readonly cohort: string | null;
    readonly createdUs?: number;
    /** Of the evaluators that scored it. */
    readonly version?: string;
    /** Of the items; a run with several is stored by several calls. */
    readonly repeat?: number;
  },
  outcomes: readonly (boolean | null)[],
): Promise<void> {
  const derivedWith = derivationVersion(await readSettings(db), null);
  const missing = outcomes.flatMap((each, at) =>
    each === null ? [{ item: gateId(at), why: "timed out after 30m" }] : [],
  );
  await db.write(async (connection) => {
    const { version = "21", repeat = 1, ...run } = of;
    await writeRun(connection, { createdUs: 1, ...run, missing });
    for (const [at, resolved] of outcomes.entries()) {
      if (resolved === null) continue;
      const replay = { run: of.run, item: gateId(at), repeat };
      await writeReplay(connection, {
        ...{ ...replay, release: of.release, cohort: of.cohort },
        ...{ prompts: [], actions: null, startedUs: 1, derived: derivedCase(), derivedWith },
        outcomes: [
          outcomeOf(replay, resolved, { evaluator: "conversation_resolution", version }),
          outcomeOf(replay, true, { evaluator: "customer_sentiment", version }),
        ],
      });
    }
  });
}

function outcomeOf(
  { item, repeat }: { readonly item: string; readonly repeat: number },
  resolved: boolean,
  by: { readonly evaluator: string; readonly version: string },
): RunOutcome {
  return {
    ...{ item, repeat, score: resolved ? 0.9 : 0.2, error: null, ...by },
    ...{ channels: ["chat", "voice"], critical: [] },
  };
}
