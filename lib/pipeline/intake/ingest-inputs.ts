import { formats } from "@/lib/ingest/formats/registry";
import type { Database } from "@/lib/store/port";
import { countBatchCases, isBatchWaiting } from "@/lib/store/spans/batch-cases";
import { readSettings } from "@/lib/store/decisions/decisions";
import { nowUs } from "@/lib/clock/server";
import { decodeHere } from "./decode-file";
import { ingestFile, type FileResult, type Input } from "./ingest-file";
import { createPreparation } from "./preparation";
import { startPreparers } from "./threads/start-preparers";
import { isDomainError, type DomainError } from "@/lib/domain/domain-error";
import { whenBatchesDerived } from "../derive/when-batches-derived";
import { stuckError, withDerivation, type StepProgress } from "../derive/with-derivation";

export type IngestReport = {
  readonly files: readonly FileResult[];
  readonly accepted: number;
  /** Spans kept in place of stored ones of the same ids that differ. */
  readonly overwritten: number;
  readonly duplicate: number;
  /** Spans that differ from the stored ones of the same ids, which stand. */
  readonly differing: number;
  readonly rejected: number;
  readonly records: number;
  /** Log events with words of spans that were new. */
  readonly events: number;
  /** Spans and records of erased customers: not stored. */
  readonly erased: number;
  /** Those older than the retention: not stored. */
  readonly expired: number;
  /** Spans of these inputs that belong to no case yet. */
  readonly unassigned: number;
  /** Cases of the spans and records in these inputs. */
  readonly cases: number;
  /** Cases of these spans without words of the customer, or without those of an agent. */
  readonly oneSided: number;
  /** Replays of cohorts' items, which are no cases. */
  readonly replays: number;
  /** Traces that were of production until these spans named a cohort's item. */
  readonly leftProduction: number;
};

/** The display name of every accepted format. */
export function acceptedFormats(): readonly string[] {
  return formats.map(({ title }) => title);
}

/**
 * Reads inputs one by one and waits until the affected cases are derived.
 * @param options `replaces`: spans replace those of the same ids that differ
 */
export async function ingestInputs(
  db: Database,
  inputs: readonly Input[],
  startStep: StepProgress,
  { replaces = false }: { readonly replaces?: boolean } = {},
): Promise<IngestReport> {
  const files: FileResult[] = [];
  const preparers = startPreparers();
  try {
    for (const input of inputs) {
      const preparation = createPreparation(await readSettings(db));
      const step = startStep(`reading ${input.name}`, input.bytes);
      const given = { db, preparation, preparers, replaces };
      const { name, open } = input;
      const context = { ...given, now: nowUs, onProgress: step.update };
      files.push(await ingestFile({ name, decode: decodeHere(open) }, context));
      step.done();
    }
  } finally {
    await preparers.stop();
  }
  const batches = files.map(({ batch }) => batch);
  const counts = await deriveBatches(db, batches, startStep).catch((error: unknown) => {
    throw isPassing(error) ? stuckError(error.message) : error;
  });
  const sum = (pick: (file: FileResult) => number) =>
    files.reduce((total, file) => total + pick(file), 0);
  return {
    files,
    accepted: sum((file) => file.accepted),
    overwritten: sum((file) => file.overwritten),
    duplicate: sum((file) => file.duplicate),
    differing: sum((file) => file.differing),
    rejected: sum((file) => file.rejected),
    records: sum((file) => file.records),
    events: sum((file) => file.events),
    erased: sum((file) => file.erased),
    expired: sum((file) => file.expired),
    ...counts,
  };
}

async function deriveBatches(db: Database, batches: readonly number[], startStep: StepProgress) {
  const isWaiting = (await Promise.all(batches.map((batch) => isBatchWaiting(db, batch)))).some(
    Boolean,
  );
  if (isWaiting)
    await withDerivation(db, "newest", startStep, () => whenBatchesDerived(db, batches));
  return countBatchCases(db, batches);
}

/** What is stored stays so, whatever the store says of what came after it. */
function isPassing(error: unknown): error is DomainError {
  return isDomainError(error) && error.code === "unavailable";
}
