import { DomainError } from "@/lib/domain/domain-error";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { Reject } from "@/lib/domain/trace/finding";
import type { JoinedItem } from "@/lib/gate/join-described";
import { createMatchItem } from "@/lib/gate/match-item";
import type { RunMapping } from "@/lib/gate/read/read-mapping";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import type { readReplays as readReplayFile } from "@/lib/ingest/replays/read-replays";
import { createReplayDeclarer } from "@/lib/ingest/run/declare-replay";
import type { RunContext } from "@/lib/ingest/replays/write-spans";
import type { TraceNames } from "@/lib/ingest/run/trace-names";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readReplays } from "@/lib/store/gate/replays";
import { readStoredRuns, writeRun } from "@/lib/store/gate/runs";
import { readCasesOfTraces } from "@/lib/store/gate/stored-traces";
import { openBatch } from "@/lib/store/spans/batches";
import { noteReadWith } from "../derive/reread-spans";
import { whenBatchesDerived } from "../derive/when-batches-derived";
import { withDerivation, type StepProgress } from "../derive/with-derivation";
import type { Input } from "../intake/ingest-file";
import { ingestItems } from "../intake/ingest-items";
import { createPreparation } from "../intake/preparation";
import { sha256 } from "@/lib/store/sha256";
import { joinUnnamed } from "./join-unnamed";
import { readRunInputs, type RunInputs } from "./read-run-inputs";

export type RunImport = {
  readonly run: string;
  readonly release: string;
  /** Null: the cohort is not stored; its replays name their items. */
  readonly cohort: Pick<StoredCohort, "sha256" | "items"> | null;
  readonly mapping: RunMapping;
  /** Why an item may have no replay: "the command exited with code 1"; null: no reason is known. */
  readonly whyMissing: string | null;
  /** What reports and transcripts do not say of themselves; see `readReplays` of `lib/ingest/replays`. */
  readonly file: Omit<Parameters<typeof readReplayFile>[1], keyof RunContext | "sha256">;
};

/** A trace of which nothing was stored, and why: "names no item and no case". */
type RefusedTrace = { readonly traceId: string; readonly why: string };

export type RunImported = {
  readonly traces: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: readonly RefusedTrace[];
  /** What could not be read. */
  readonly rejects: readonly Reject[];
  /** Items of reports that were recognised by what the report says of them. */
  readonly joined: number;
  /** CRM records, which are of production and no part of a run. */
  readonly records: number;
  /** What is stored of the run by now. */
  readonly items: number;
  readonly replays: number;
  readonly missing: readonly { readonly item: string; readonly why: string }[];
};

/**
 * Stores the traces of replays as a run: each trace declares run, release, cohort and item before it is stored, so
 * that none is ever a case of production. A trace of no item of the cohort is refused.
 * @returns when the replays are derived
 */
export async function importRun(
  db: Database,
  inputs: readonly Input[],
  given: RunImport,
  { nowUs, startStep }: { readonly nowUs: () => number; readonly startStep: StepProgress },
): Promise<RunImported> {
  const preparation = createPreparation(await readSettings(db));
  const mask = (text: string) => preparation.masker.text.mask(text).text;
  requirePlain(given, mask);
  const known = (await readStoredRuns(db)).find(({ run }) => run === given.run);
  const createdUs = known?.createdUs ?? nowUs();
  const { file, cohort, run, release } = given;
  const context = { ...file, run, release, cohort: cohort?.sha256 ?? null };
  const read = await readRunInputs(
    ...([
      inputs,
      { ...context, startUs: createdUs, sha256 },
      preparation.settings,
      startStep,
    ] as const),
  );
  const unnamed = [...read.unnamed, given.mapping.described];
  const unmapped = unnamed.map((all) => all.filter(({ id }) => !given.mapping.items.has(id)));
  const joined = joinUnnamed(unmapped, cohort?.items ?? [], mask);
  const { declarers, refused, matched } = await matchTraces(db, read.traces, given, joined);
  const source = `run ${given.run}`;
  const batch = await openBatch(db, source, nowUs());
  const counts = await ingestItems(declaredItems(read, declarers), {
    db,
    batch,
    preparation,
    now: nowUs,
  });
  await noteReadWith(db, preparation.settings, nowUs());
  await withDerivation(db, "newest", startStep, () => whenBatchesDerived(db, [batch]));
  const replays = await readReplays(db, given.run);
  const replayed = new Set(replays.map(({ item }) => item));
  const why = given.whyMissing ?? "no trace of it came";
  const missing = (cohort?.items ?? []).flatMap(({ id }) =>
    replayed.has(id) ? [] : [{ item: id, why }],
  );
  const stored = { run, release, cohort: cohort?.sha256 ?? null, createdUs, missing };
  // An empty run would be the release's latest; that of a replay says why nothing came.
  if (replays.length > 0 || given.whyMissing !== null || known !== undefined) {
    await db.write(async (connection) => {
      await writeRun(connection, stored);
    });
  }
  return {
    ...{ traces: read.traces.size, refused, rejects: read.rejects, records: read.records, missing },
    joined: matched,
    ...{ accepted: counts.accepted, duplicate: counts.duplicate },
    ...{ items: replayed.size, replays: replays.length },
  };
}

/** @throws DomainError for a name that would be masked in its traces and not beside them */
function requirePlain({ run, release }: RunImport, mask: (text: string) => string): void {
  const personal = [run, release].find((name) => mask(name) !== name);
  if (personal === undefined) return;
  throw new DomainError(
    "invalid-input",
    "The name of the run or of its release reads as personal data, which is masked; choose another name.",
  );
}

type Declarers = ReadonlyMap<string, ReturnType<typeof createReplayDeclarer>>;

/** What is declared on each trace's spans; a trace of no item is refused. */
async function matchTraces(
  db: Database,
  traces: ReadonlyMap<string, TraceNames>,
  { run, release, cohort, mapping }: RunImport,
  joined: ReadonlyMap<string, JoinedItem>,
): Promise<{
  readonly declarers: Declarers;
  readonly refused: readonly RefusedTrace[];
  /** Items that were recognised by what files say of them. */
  readonly matched: number;
}> {
  const storedCases = await readCasesOfTraces(db, [...traces.keys()]);
  const matchItem = createMatchItem(cohort?.items ?? null, mapping, joined);
  const refused: RefusedTrace[] = [];
  const matched = new Set<string>();
  const declarers = new Map<string, ReturnType<typeof createReplayDeclarer>>();
  for (const [traceId, names] of traces) {
    const foreign = foreignOf(storedCases.get(traceId) ?? [], run);
    const match = matchItem(names);
    if (foreign !== null || match.kind === "none") {
      refused.push({ traceId, why: foreign ?? (match.kind === "none" ? match.why : "") });
      continue;
    }
    const { item, repeat, by } = match;
    if (by === "words") matched.add(item);
    const of = { run, release, cohort: cohort?.sha256 ?? null, item, repeat };
    declarers.set(traceId, createReplayDeclarer(of));
  }
  return { declarers, refused, matched: matched.size };
}

/** The spans and log events of traces that are of an item, declared, and what could not be read. */
async function* declaredItems(
  { spans, rejects }: Pick<RunInputs, "spans" | "rejects">,
  declarers: Declarers,
): AsyncGenerator<readonly DecodedItem[]> {
  yield rejects.map((reject) => ({ type: "reject", reject }));
  for await (const group of spans()) {
    yield group.flatMap((each): readonly DecodedItem[] => {
      // A log event is of its span's replay, by inheritance.
      if (each.type === "event") return declarers.has(each.event.traceId) ? [each] : [];
      const declare = declarers.get(each.span.traceId);
      return declare === undefined ? [] : [{ ...each, span: declare(each.span) }];
    });
  }
}

/** Where a trace is stored already, but for this run; null: nowhere else. */
function foreignOf(cases: readonly (string | null)[], run: string): string | null {
  for (const caseId of cases) {
    const replay = caseId === null ? null : readReplayCaseId(caseId);
    if (replay === null) return "is stored already as a trace of production";
    if (replay.run !== run) return `is stored already in the run ${replay.run}`;
  }
  return null;
}
