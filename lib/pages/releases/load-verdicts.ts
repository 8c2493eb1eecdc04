import "server-only";
import { z } from "zod";
import type { VerdictHead } from "@/lib/domain/gate/stored-verdict";
import { gateRules, gateVerdictNames } from "@/lib/domain/gate/verdict";
import { recomputeRecord, type GateRecord } from "@/lib/gate/record";
import { asksForSignOff, hashSigned } from "@/lib/gate/sign-off";
import type { Database } from "@/lib/store/port";
import { readVerdictRecord } from "@/lib/store/gate/verdicts";
import { sha256 } from "@/lib/store/sha256";
import type { VerdictSummary } from "./verdict-words";

/** A verdict decided again from its stored inputs, and the parts that differ from what is stored. */
export type Recomputed = { readonly record: GateRecord; readonly differing: readonly string[] };

/** A verdict never changes until it is deleted, and a deleted one is not asked for. */
type Remembered<Value> = WeakMap<Database, Map<string, Value>>;
const summaries: Remembered<VerdictSummary | null> = new WeakMap();
const recomputed: Remembered<Recomputed | null> = new WeakMap();
const recomputedMax = 8;

type NamedVerdict = Pick<VerdictHead, "id" | "createdUs" | "run" | "cohort">;

const summarySchema = z.object({
  verdict: z.object({
    verdict: z.enum(gateVerdictNames),
    decidedBy: z.enum(gateRules),
    figures: z.object({ attempt: z.int() }),
  }),
  input: z.object({ policy: z.object({ notProven: z.string() }) }),
});

/** What a verdict said when it was given. @returns null: it is deleted or not readable */
export function readSummary(db: Database, named: NamedVerdict): Promise<VerdictSummary | null> {
  return remember(summaries, db, named, Infinity, async () => {
    const line = await readVerdictRecord(db, named.id);
    const read = summarySchema.safeParse(line === null ? null : JSON.parse(line));
    if (!read.success) return null;
    const { verdict, decidedBy, figures } = read.data.verdict;
    return {
      ...{ verdict, decidedBy, attempt: figures.attempt },
      asksForSignOff: asksForSignOff(read.data),
      hash: hashSigned({ ...named, record: line }, sha256),
    };
  });
}

/** Decides a verdict again. @returns null: another version of the gate decided it, or it is deleted */
export function readRecomputed(db: Database, named: NamedVerdict): Promise<Recomputed | null> {
  return remember(recomputed, db, named, recomputedMax, async () => {
    const line = await readVerdictRecord(db, named.id);
    const found = line === null ? null : recomputeRecord(line, sha256);
    return found?.kind === "recomputed" ? found : null;
  });
}

async function remember<Value>(
  all: Remembered<Value>,
  db: Database,
  { id, createdUs }: NamedVerdict,
  max: number,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = all.get(db) ?? new Map<string, Value>();
  all.set(db, known);
  const key = `${String(id)} ${String(createdUs)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = await read();
  known.set(key, value);
  for (const oldest of known.keys()) {
    if (known.size <= max) break;
    known.delete(oldest);
  }
  return value;
}

/** The latest verdict on a run that nobody deleted. @param heads the latest first */
export function latestVerdict(heads: readonly VerdictHead[], run: string): VerdictHead | null {
  return heads.find((each) => each.run === run && !each.isDeleted) ?? null;
}
