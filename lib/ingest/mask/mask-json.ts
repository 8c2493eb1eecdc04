import type { AttributeValue } from "@/lib/domain/trace/span";
import { maskLeaves } from "./mask-leaves";
import type { TextMasker } from "./text-masker";

const depthMax = 100;
/** A string, or an integer that is no part of a fraction or exponent. */
const longInteger = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;
const kept = "\u0000int:";

/**
 * Masks a JSON document leaf by leaf and serialises it again only if something changed: masking
 * serialised text would break escapes and ignore keys.
 * @param key the name of the text
 * @param replacements receives each pseudonym in the result
 * @returns null if the text is no JSON object, list or string, or is nested too deep
 */
export function maskJson(
  text: string,
  key: string | undefined,
  masker: TextMasker,
  replacements: Set<string>,
): string | null {
  if (!mayBeJson(text)) return null;
  const hasLong = /\d{16}/.test(text);
  const value = parse(hasLong ? quoteIntegers(text) : text);
  if (value === undefined) return null;
  const masked = maskLeaves(value, key, masker, ({ type, pseudonym }) => {
    replacements.add(`<${type}:${pseudonym}>`);
  });
  if (masked === value) return text;
  const written = JSON.stringify(masked);
  return hasLong ? unquoteIntegers(written) : written;
}

function mayBeJson(text: string): boolean {
  const first = text.charCodeAt(0) <= 32 ? text.trimStart().charAt(0) : text.charAt(0);
  if (first !== "{" && first !== "[" && first !== '"') return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index) | 32;
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    if (depth > depthMax) return false;
  }
  return true;
}

/** @returns undefined if the text is not JSON */
function parse(text: string): AttributeValue | undefined {
  try {
    // JSON.parse is typed `any`; its result is strings, numbers, booleans, null, lists and objects of them.
    return JSON.parse(text) as AttributeValue;
  } catch {
    return undefined;
  }
}

/** Integers beyond 2^53 would be changed by parsing. */
function quoteIntegers(text: string): string {
  return text.replace(longInteger, (token) =>
    token.startsWith('"') ? token : JSON.stringify(kept + token),
  );
}

function unquoteIntegers(text: string): string {
  return text.replace(/"\\u0000int:(-?\d+)"/g, "$1").replaceAll("\\u0000int:", "");
}
