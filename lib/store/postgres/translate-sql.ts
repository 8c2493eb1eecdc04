/** A statement as PostgreSQL reads it. */
export type TranslatedSql = {
  readonly text: string;
  /** The named parameters in the order of their numbers; null: marks are given in order. */
  readonly names: readonly string[] | null;
};

const parts =
  /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|(?<mark>\?)|[@$](?<name>[A-Za-z_]\w*)|\b(?<alias>[a-z][a-z0-9]*[A-Z]\w*)\b/gu;

/**
 * Translates what differs in how statements are written, nothing of what they say: `?`, `@name` and `$name` become
 * `$1`, and names in camel case, which only results have, are quoted, because PostgreSQL would fold them.
 * @param sql either marks or names, not both
 */
export function translateSql(sql: string): TranslatedSql {
  let marks = 0;
  const names: string[] = [];
  const text = sql.replaceAll(parts, (part, ...rest) => {
    const { mark, name, alias } = rest.at(-1) as Record<
      "mark" | "name" | "alias",
      string | undefined
    >;
    if (alias !== undefined) return `"${alias}"`;
    if (mark !== undefined) return `$${String((marks += 1))}`;
    if (name === undefined) return part;
    if (!names.includes(name)) names.push(name);
    return `$${String(names.indexOf(name) + 1)}`;
  });
  return { text, names: names.length === 0 ? null : names };
}
