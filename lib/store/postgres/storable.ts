/** PostgreSQL's text holds no NUL; what is ingested has none. */
export function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0")
    ? value.replaceAll("\0", "\uFFFD")
    : value;
}
