import { existsSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import type { GateInput } from "@/lib/domain/gate/gate-input";
import type { Run } from "@/lib/domain/gate/run";
import { findEarlierAttempts } from "@/lib/gate/attempts";
import { hashInput } from "@/lib/gate/gate-hashes";
import { readCohort } from "@/lib/gate/read/read-cohort";
import { readLabels } from "@/lib/gate/read/read-labels";
import { readPolicy } from "@/lib/gate/read/read-policy";
import type { GateFile } from "@/lib/gate/read/read-rows";
import { readRun } from "@/lib/gate/read/read-run";
import { requireDecidable } from "@/lib/gate/require-decidable";
import { sha256 } from "@/lib/pipeline/packs/sha256";

export type GateFiles = {
  readonly cohort: string;
  readonly candidate: string;
  readonly baseline?: string;
  readonly labels?: string;
  readonly policy?: string;
  readonly record?: string;
  readonly min?: string;
};

/**
 * Reads what a verdict is decided by.
 * @throws DomainError that says what is wrong and where
 */
export function readGateInput(files: GateFiles): GateInput {
  const cohort = readCohort(readGateFile(files.cohort), nameOf(files.cohort));
  const candidate = readRunFile(files.candidate);
  const policyFile = files.policy === undefined ? null : readGateFile(files.policy);
  const read = {
    cohort,
    candidate,
    baseline: files.baseline === undefined ? null : readRunFile(files.baseline),
    labels: files.labels === undefined ? [] : [...readLabels(readGateFile(files.labels))],
    policy: readPolicy(policyFile, files.min === undefined ? null : readMinimum(files.min)),
  };
  const earlierAttempts = [...earlierOf(files.record, read)];
  const input = { ...read, earlierAttempts };
  requireDecidable(input);
  return input;
}

/** @throws DomainError with the path and the system's reason */
export function readGateFile(path: string): GateFile {
  try {
    return { name: basename(path), text: readFileSync(path, "utf8") };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError("not-found", `${path} cannot be read (${reason}).`);
  }
}

/** Where a run is read of whatever holds one: today rows of outcomes. */
function readRunFile(path: string): Run {
  return readRun(readGateFile(path), nameOf(path));
}

function earlierOf(
  record: string | undefined,
  read: Omit<GateInput, "earlierAttempts">,
): readonly string[] {
  if (record === undefined || !existsSync(record)) return [];
  const { cohort, candidate } = hashInput(read, sha256);
  const { release } = read.candidate;
  return findEarlierAttempts(readGateFile(record), { release, cohort, candidate });
}

/** "runs/v15.jsonl" → "v15" */
function nameOf(path: string): string {
  return basename(path, extname(path));
}

function readMinimum(text: string): number {
  const share = Number(text);
  if (text.trim() !== "" && share >= 0 && share <= 1) return share;
  throw new DomainError(
    "invalid-input",
    `--min is ${text}; give a share from 0 to 1, such as 0.78.`,
  );
}
