import { Readable } from "node:stream";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { DomainError } from "@/lib/domain/domain-error";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { Reject } from "@/lib/domain/trace/finding";
import type { SourceSpan } from "@/lib/domain/trace/span";
import { groupBy } from "@/lib/format/group-by";
import { createMatchItem } from "@/lib/gate/match-item";
import type { RunMapping } from "@/lib/gate/read/read-mapping";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { recogniseFormat } from "@/lib/ingest/formats/registry";
import { readReplays as readReplayFile } from "@/lib/ingest/replays/read-replays";
import { createReplayDeclarer } from "@/lib/ingest/run/declare-replay";
import type { RunContext } from "@/lib/ingest/replays/write-spans";
import { readTraceNames } from "@/lib/ingest/run/trace-names";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readReplays } from "@/lib/store/gate/replays";
import { readStoredRuns, writeRun } from "@/lib/store/gate/runs";
import { readCasesOfTraces } from "@/lib/store/gate/stored-traces";
import { openBatch } from "@/lib/store/spans/batches";
import { noteReadWith } from "../derive/reread-declarations";
import { whenBatchesDerived } from "../derive/when-batches-derived";
import { withDerivation, type StepProgress } from "../derive/with-derivation";
import { decodeInput, headLength, peek } from "../intake/decode-input";
import type { Input } from "../intake/ingest-file";
import { ingestItems } from "../intake/ingest-items";
import { createPreparation } from "../intake/preparation";
import { sha256 } from "../packs/sha256";

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
  const read = await readInputs(inputs, given, createdUs, startStep);
  const { declared, refused, traces } = await declareTraces(db, read.spans, given);
  const source = `run ${given.run}`;
  const batch = await openBatch(db, source, nowUs());
  const items: AsyncIterable<readonly DecodedItem[]> = Readable.from([
    [...declared, ...read.rejects.map((reject) => ({ type: "reject" as const, reject }))],
  ]);
  const counts = await ingestItems(items, { db, batch, preparation, now: nowUs });
  await noteReadWith(db, preparation.settings, nowUs());
  await withDerivation(db, "newest", startStep, () => whenBatchesDerived(db, [batch]));
  const replays = await readReplays(db, given.run);
  const replayed = new Set(replays.map(({ item }) => item));
  const why = given.whyMissing ?? "no trace of it came";
  const missing = (given.cohort?.items ?? []).flatMap(({ id }) =>
    replayed.has(id) ? [] : [{ item: id, why }],
  );
  const { run, release, cohort } = given;
  const stored = { run, release, cohort: cohort?.sha256 ?? null, createdUs, missing };
  await db.write((connection) => {
    writeRun(connection, stored);
  });
  return {
    ...{ traces, refused, rejects: read.rejects, records: read.records, missing },
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

type DecodedSpan = Extract<DecodedItem, { readonly type: "span" }>;

async function readInputs(
  inputs: readonly Input[],
  { run, release, cohort, file }: RunImport,
  startUs: number,
  startStep: StepProgress,
) {
  const context = { ...file, run, release, cohort: cohort?.sha256 ?? null, startUs, sha256 };
  const spans: DecodedSpan[] = [];
  const rejects: Reject[] = [];
  let records = 0;
  for (const input of inputs) {
    const step = startStep(`reading ${input.name}`, input.bytes);
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of input.open() as AsyncIterable<Uint8Array>) {
        step.update((bytes += chunk.length));
        yield chunk;
      }
    };
    const { head, bytes: content } = await peek(counted(), headLength);
    if (isTranscript(head)) {
      const found = await readReplayFile(content, context);
      spans.push(...found.spans);
      rejects.push(...found.rejects);
    } else {
      for await (const items of decodeInput(content)) {
        for (const item of items) {
          if (item.type === "span") spans.push(item);
          else if (item.type === "reject") rejects.push(item.reject);
          else records += 1;
        }
      }
    }
    step.done();
  }
  return { spans, rejects, records };
}

/** Whether this is JSON and no format of traces: a simulator's report, or transcripts. */
function isTranscript(head: Uint8Array): boolean {
  return recogniseFormat(head) === null && /^\uFEFF?\s*[[{]/u.test(Buffer.from(head).toString());
}

async function declareTraces(
  db: Database,
  spans: readonly DecodedSpan[],
  { run, release, cohort, mapping }: RunImport,
) {
  const settings = await readSettings(db);
  const byTrace = groupBy(spans, ({ span }) => span.traceId);
  const storedCases = await readCasesOfTraces(db, [...byTrace.keys()]);
  const matchItem = createMatchItem(cohort?.items ?? null, mapping);
  const refused: RefusedTrace[] = [];
  const declared = [...byTrace].flatMap(([traceId, own]): readonly DecodedSpan[] => {
    const sources: readonly SourceSpan[] = own.map(({ span }) => span);
    const foreign = foreignOf(storedCases.get(traceId) ?? [], run);
    const match = matchItem(readTraceNames(traceId, sources, settings));
    if (foreign !== null || match.kind === "none") {
      refused.push({ traceId, why: foreign ?? (match.kind === "none" ? match.why : "") });
      return [];
    }
    const { item, repeat } = match;
    const hash = cohort?.sha256 ?? null;
    const declare = createReplayDeclarer({ run, release, cohort: hash, item, repeat });
    return own.map((each) => ({ ...each, span: declare(each.span) }));
  });
  return { declared, refused, traces: byTrace.size };
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
