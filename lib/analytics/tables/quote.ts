/** A text as a literal of standard SQL. A NUL, which PostgreSQL has no literal of, is in no stored name. */
export function quote(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
}
