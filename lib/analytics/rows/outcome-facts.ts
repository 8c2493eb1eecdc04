import type { OutcomeFacts } from "@/lib/domain/case/outcome";
import type { CaseRow } from "./case-row";

type Row = Pick<
  CaseRow,
  | "mergedInto"
  | "hasTranscript"
  | "isPassedOn"
  | "openedUs"
  | "closedUs"
  | "closedFrom"
  | "reopenedUs"
  | "matureUs"
  | "evidence"
>;

/** Collects the inputs of `outcomeAt` from a case's row and links. */
export function outcomeFacts(row: Row, links: { readonly repeatUs: number | null }): OutcomeFacts {
  return {
    isMerged: row.mergedInto !== null,
    hasTranscript: row.hasTranscript,
    isPassedOn: row.isPassedOn,
    openedUs: row.openedUs,
    closing:
      row.closedUs === null || row.closedFrom === null
        ? null
        : { atUs: row.closedUs, from: row.closedFrom },
    reopenedUs: row.reopenedUs,
    repeatUs: links.repeatUs,
    evidence: row.evidence,
    matureUs: row.matureUs,
  };
}
