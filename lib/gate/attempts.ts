import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import type { RepeatedRun } from "@/lib/domain/gate/run";
import type { GateFile } from "./read/read-rows";
import { repeatedRunOf } from "./repeated-runs";

const flippedSchema = z.object({
  release: z.string(),
  flips: z.object({ hits: z.int(), of: z.int() }).nullable(),
});

const recordSchema = z.object({
  hashes: z.object({ cohort: z.string(), candidate: z.string() }),
  verdict: z.object({
    figures: z.object({
      metric: z.string(),
      candidate: flippedSchema,
      baseline: flippedSchema.nullable(),
    }),
  }),
  input: z.object({
    cohort: z.object({ name: z.string() }),
    candidate: z.object({ release: z.string() }),
    earlierAttempts: z.array(z.string()),
  }),
});

type KeptRecord = z.infer<typeof recordSchema>;

/** A release that is judged on a cohort. */
export type Tried = {
  readonly release: string;
  /** The cohort's name and hash: a version of it has the name, a copy the hash. */
  readonly cohort: { readonly name: string; readonly sha256: string };
};

/** A release judged by some outcomes on a cohort. */
export type Attempt = Tried & {
  /** Hash of the outcomes. */
  readonly candidate: string;
};

/**
 * Hashes of the outcomes that a release was judged by on any version of a cohort before these, first to last, each
 * once. An attempt whose record was deleted still counts as long as a later one names it.
 * @param records one a line, as they were appended
 * @throws DomainError with the line that is no record
 */
export function findEarlierAttempts(records: GateFile, attempt: Attempt): readonly string[] {
  const hashes = readRecords(records)
    .filter(({ record }) => isOf(record, attempt))
    .flatMap(({ record }) => [...record.input.earlierAttempts, record.hashes.candidate]);
  const tried = [...new Set(hashes)];
  const own = tried.indexOf(attempt.candidate);
  return own === -1 ? tried : tried.slice(0, own);
}

/** The records of a release on any version of a cohort, one line each, first to last. */
export function findRecordsOf(records: GateFile, tried: Tried): readonly string[] {
  return readRecords(records)
    .filter(({ record }) => isOf(record, tried))
    .map(({ line }) => line);
}

function isOf({ hashes, input }: KeptRecord, { release, cohort }: Tried): boolean {
  const isSameCohort = hashes.cohort === cohort.sha256 || input.cohort.name === cohort.name;
  return isSameCohort && input.candidate.release === release;
}

/**
 * The runs on a cohort that repeated its cases, as a file's verdicts by the same metric found them, the latest first.
 */
export function findRepeatedRuns(
  records: GateFile,
  cohort: string,
  metric: string,
): readonly RepeatedRun[] {
  return readRecords(records)
    .map(({ record }) => record)
    .filter(({ hashes, verdict }) => hashes.cohort === cohort && verdict.figures.metric === metric)
    .toReversed()
    .flatMap(({ verdict: { figures } }) =>
      [figures.candidate, figures.baseline].flatMap((run) =>
        run === null ? [] : (repeatedRunOf(run) ?? []),
      ),
    );
}

function readRecords({ name, text }: GateFile) {
  return text
    .split("\n")
    .flatMap((line, at) =>
      line.trim() === "" ? [] : [{ line, record: readRecord(line, name, at + 1) }],
    );
}

function readRecord(line: string, name: string, at: number): KeptRecord {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    throw new DomainError(
      "invalid-input",
      `${name}, line ${String(at)}: is no record of a verdict; give the file that --record wrote.`,
    );
  }
}
