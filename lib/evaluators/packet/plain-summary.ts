const charactersMax = 600;
const pseudonymCut = /<[^>]*$/;

/** What was handed over as words: each text once, without the punctuation of JSON, cut between words where it is long. */
export function plainSummary(texts: readonly string[]): string {
  const all = [...new Set(texts.map(plain))].join(" ");
  if (all.length <= charactersMax) return all;
  const cut = all.slice(0, charactersMax).replace(pseudonymCut, "");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))} …`;
}

/** `{"order_id":"W5512390"}` as "order_id: W5512390"; a single field is its value. */
function plain(text: string): string {
  return fieldsOf(text).replaceAll(/\s+/g, " ").trim();
}

function fieldsOf(text: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return text;
  }
  if (parsed === null || typeof parsed !== "object") return String(parsed);
  const fields = Object.entries(parsed);
  const wordsOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) return wordsOf(only[1]);
  return fields.map(([name, value]) => `${name}: ${wordsOf(value)}`).join("; ");
}
