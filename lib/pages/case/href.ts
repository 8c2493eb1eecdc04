import { idSegment } from "@/lib/format/id-segment";

/** The address of a case's page. */
export function caseHref(caseId: string): string {
  return `/cases/${idSegment(caseId)}`;
}
