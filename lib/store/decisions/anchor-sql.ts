/**
 * SQL: the trace of the span that an anchor names; null: it names a contact without words.
 * @param anchor SQL of one of `contactAnchors`
 */
export function traceOfAnchorSql(anchor: string): string {
  return `substr(${anchor}, 1, ${slashInSql(anchor)} - 1)`;
}

/** SQL: the span's id, as `traceOfAnchorSql`. */
export function spanOfAnchorSql(anchor: string): string {
  return `substr(${anchor}, ${slashInSql(anchor)} + 1)`;
}

/** PostgreSQL refuses a text's part of negative length, which SQLite takes for none. */
function slashInSql(anchor: string): string {
  return `nullif(instr(${anchor}, '/'), 0)`;
}
