import { outcomes } from "@/lib/domain/case/outcome";
import { flags, proofs, proofShift, type Columns } from "../case-table/columns";

const codes = {
  duplicate: outcomes.indexOf("duplicate"),
  unknown: outcomes.indexOf("unknown"),
  reopened: outcomes.indexOf("reopened"),
  inProgress: outcomes.indexOf("in_progress"),
  passedOn: outcomes.indexOf("passed_on"),
  fellQuiet: outcomes.indexOf("fell_quiet"),
  closedUnproven: outcomes.indexOf("closed_unproven"),
  unresolved: outcomes.indexOf("unresolved"),
};
/** By position in `proofs`; others prove nothing. */
const proven = [
  -1,
  outcomes.indexOf("resolved_verified"),
  outcomes.indexOf("resolved_confirmed"),
  outcomes.indexOf("closed_likely"),
];

/** The index of a case's outcome: `outcomeAt` of lib/domain/case/outcome.ts over columns; a test keeps them equal. */
export function outcomeCode(columns: Columns, key: number, asOfUs: number): number {
  const set = columns.flags[key] ?? 0;
  if ((set & flags.merged) !== 0) return codes.duplicate;
  if ((set & (flags.spoken | flags.closedBySomeone)) === 0) return codes.unknown;
  if (hasHappened(columns.reopenedUs, key, asOfUs)) return codes.reopened;
  if (hasHappened(columns.repeatUs, key, asOfUs)) return codes.reopened;
  if (!hasHappened(columns.matureUs, key, asOfUs)) return codes.inProgress;
  if ((set & flags.passedOn) !== 0 && (set & flags.closedBySomeone) === 0) return codes.passedOn;
  const isClosed = (set & (flags.closedBySomeone | flags.closedBySilence)) !== 0;
  if (!isClosed || !hasHappened(columns.closedUs, key, asOfUs)) return codes.unresolved;
  const proof = proven[set >> proofShift] ?? -1;
  if (proof >= 0) return proof;
  if ((set & flags.closedBySilence) === 0) return codes.closedUnproven;
  return proofs[set >> proofShift] === "assumed" ? codes.fellQuiet : codes.unresolved;
}

/** Whether an instant of a case is reached at `asOf`. */
export function hasHappened(instants: Float64Array, key: number, asOfUs: number): boolean {
  return (instants[key] ?? Infinity) <= asOfUs;
}
