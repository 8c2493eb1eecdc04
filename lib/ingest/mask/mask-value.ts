import type { PiiFinding } from "@/lib/domain/privacy/pseudonym";
import type { Attributes, AttributeValue } from "@/lib/domain/trace/span";
import { maskLeaves, maskPropertyName } from "./mask-leaves";
import type { TextMasker } from "./text-masker";

/**
 * Masks an attribute's value leaf by leaf, also of a JSON document in a string.
 * @param key the attribute's name
 * @param place name in findings, such as `attributes.http.url`
 * @param pii receives the findings
 * @returns the same value if nothing was personal
 */
function maskValue(
  value: AttributeValue,
  key: string,
  masker: TextMasker,
  place: string,
  pii: PiiFinding[],
): AttributeValue {
  return maskLeaves(value, key, masker, ({ type, pseudonym }, path) => {
    pii.push({ type, place: place + path, pseudonym });
  });
}

/**
 * Masks the names and values of attributes.
 * @param prefix of places in findings, such as `attributes` or `events[0]`
 * @param leftOut names to drop
 */
export function maskAttributes(
  attributes: Attributes,
  prefix: string,
  masker: TextMasker,
  leftOut: ReadonlySet<string> = new Set(),
): { attributes: Attributes; pii: PiiFinding[] } {
  const pii: PiiFinding[] = [];
  const masked = new Map<string, AttributeValue>();
  for (const [name, value] of attributes) {
    if (leftOut.has(name)) continue;
    const { text: shown, found } = maskPropertyName(name, masker);
    for (const { type, pseudonym } of found) pii.push({ type, place: prefix, pseudonym });
    masked.set(freeName(masked, shown), maskValue(value, name, masker, `${prefix}.${shown}`, pii));
  }
  return { attributes: masked, pii };
}

function freeName(taken: ReadonlyMap<string, unknown>, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}#${count}`;
  return free;
}
