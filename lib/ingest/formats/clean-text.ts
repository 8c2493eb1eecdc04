import type { SpanFindings } from "./span-findings";

/** Longer text is truncated to this many UTF-16 units, with the finding `text-truncated`. */
export const textLengthMax = 16 * 1024 * 1024;

/**
 * Makes text storable: NUL and lone surrogates become U+FFFD, overlong text is truncated.
 * @param findings receives what was changed
 */
export function cleanText(text: string, findings: SpanFindings): string {
  let clean = text;
  if (clean.length > textLengthMax) {
    clean = clean.slice(0, endOfCharacter(clean, textLengthMax));
    findings.add("text-truncated", `A text longer than ${textLengthMax} characters was cut there.`);
  }
  if (clean.indexOf("\u0000") >= 0 || !clean.isWellFormed()) {
    clean = clean.replaceAll("\u0000", "\uFFFD").toWellFormed();
    findings.add("text-replaced", replaced);
  }
  const unescaped = cleanEscapes(clean);
  if (unescaped !== clean) findings.add("text-replaced", replaced);
  return unescaped;
}

const replaced = "Characters that no text can hold were replaced by U+FFFD.";

const jsonStart = /^\s*[[{"]/;
const unstorable = /\\u(?:0000|[dD][89a-fA-F])/;
const escape = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|[^u])/gu;

/** The same of characters that stand escaped in a text of JSON, as messages in an attribute: read, they would be there. */
function cleanEscapes(text: string): string {
  if (!unstorable.test(text) || !jsonStart.test(text)) return text;
  return text.replace(escape, (each) =>
    each.length === 6 && unstorable.test(each) ? "\\ufffd" : each,
  );
}

/** Does not split a surrogate pair. */
function endOfCharacter(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
