/** The row of a case in the document. */
export function caseRowId(caseId: string): string {
  return `row-${caseId}`;
}
