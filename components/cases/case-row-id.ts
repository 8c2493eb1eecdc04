/** Element id of a case's row. */
export function caseRowId(caseId: string): string {
  return `row-${caseId}`;
}
