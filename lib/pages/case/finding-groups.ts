import type { DataFinding } from "@/lib/domain/trace/finding";
import type { FindingGroup } from "./case-page-model";
import { groupBy } from "@/lib/format/group-by";
import { findingWords } from "@/lib/format/wording";

const findingDetailsMax = 5;

/** Data findings of a case by kind. */
export function findingGroups(findings: readonly DataFinding[]): FindingGroup[] {
  return [...groupBy(findings, (finding) => finding.code)].map(([code, group]) => ({
    label: findingWords[code],
    count: group.length,
    details: [...new Set(group.map((finding) => finding.detail))].slice(0, findingDetailsMax),
  }));
}
