import { idSegment } from "@/lib/format/id-segment";

/** The address of a case's page. */
export function caseHref(caseId: string): string {
  return `/cases/${idSegment(caseId)}`;
}

/** The address of a case's evidence pack, a file. */
export function casePackHref(caseId: string): string {
  return `${caseHref(caseId)}/pack`;
}
