import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import type { GateFile } from "./read/read-rows";

const recordSchema = z.object({
  hashes: z.object({ cohort: z.string(), candidate: z.string() }),
  input: z.object({
    candidate: z.object({ release: z.string() }),
    earlierAttempts: z.array(z.string()),
  }),
});

/** A release judged by some outcomes on a cohort. */
export type Attempt = {
  readonly release: string;
  /** Hashes of the cohort and of the outcomes. */
  readonly cohort: string;
  readonly candidate: string;
};

/**
 * Hashes of the outcomes that a release was judged by on a cohort before these, first to last, each once. An attempt
 * whose record was deleted still counts as long as a later one names it.
 * @param records one a line, as they were appended
 * @throws DomainError with the line that is no record
 */
export function findEarlierAttempts(records: GateFile, attempt: Attempt): readonly string[] {
  const hashes = records.text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const { hashes: of, input } = readRecord(line, records.name, at + 1);
    const isSame = of.cohort === attempt.cohort && input.candidate.release === attempt.release;
    return isSame ? [...input.earlierAttempts, of.candidate] : [];
  });
  const tried = [...new Set(hashes)];
  const own = tried.indexOf(attempt.candidate);
  return own === -1 ? tried : tried.slice(0, own);
}

function readRecord(line: string, name: string, at: number): z.infer<typeof recordSchema> {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    throw new DomainError(
      "invalid-input",
      `${name}, line ${String(at)}: is no record of a verdict; give the file that --record wrote.`,
    );
  }
}
