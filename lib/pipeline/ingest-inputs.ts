import { formats } from "@/lib/ingest/formats/registry";
import { countUnassigned } from "@/lib/store/counts";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions";
import { nowUs } from "./clock";
import { createAnswerMasker } from "./create-answer-masker";
import { drainQueue } from "./drain-queue";
import { ingestFile, type FileResult, type Input } from "./ingest-file";
import { createPreparation } from "./preparation";

export type IngestReport = {
  readonly files: readonly FileResult[];
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** CRM records that were new. */
  readonly records: number;
  /** Spans of the whole workspace that belong to no case yet. */
  readonly unassigned: number;
  /** Cases that were derived anew. */
  readonly cases: number;
};

/** Shows how far one step is: called with bytes read of `total`, or entries derived where no total is known. */
export type StepProgress = (
  label: string,
  total: number | null,
) => {
  readonly update: (count: number) => void;
  readonly done: () => void;
};

/** What every format calls itself, for people. */
export function acceptedFormats(): readonly string[] {
  return formats.map(({ title }) => title);
}

/** Reads inputs one after the other and derives the cases they touch. */
export async function ingestInputs(
  db: Database,
  inputs: readonly Input[],
  startStep: StepProgress,
): Promise<IngestReport> {
  const files: FileResult[] = [];
  for (const input of inputs) {
    const preparation = createPreparation(await readSettings(db));
    const step = startStep(`reading ${input.name}`, input.bytes);
    files.push(await ingestFile(input, { db, preparation, now: nowUs, onProgress: step.update }));
    step.done();
  }
  const step = startStep("deriving cases", null);
  const { cases } = await drainQueue(db, {
    now: nowUs,
    maskAnswer: createAnswerMasker(),
    onProgress: step.update,
  });
  step.done();
  const sum = (pick: (file: FileResult) => number) =>
    files.reduce((total, file) => total + pick(file), 0);
  return {
    files,
    accepted: sum((file) => file.accepted),
    duplicate: sum((file) => file.duplicate),
    rejected: sum((file) => file.rejected),
    records: sum((file) => file.records),
    unassigned: await countUnassigned(db),
    cases: cases.size,
  };
}
