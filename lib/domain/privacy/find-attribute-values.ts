import { findPersonalValues } from "./find-personal-values";
import type { KeyedValue, PersonalPlace } from "./personal-values";

const none: readonly KeyedValue[] = [];

/**
 * The personal values outside a span's text, each with its kind of place.
 * @param json stored attributes, events and status message, or a stored resource
 */
export function findAttributeValues(json: string): readonly KeyedValue[] {
  if (findPersonalValues(json).length === 0) return none;
  const found: KeyedValue[] = [];
  walk(JSON.parse(json), { key: "", place: "attribute" }, found);
  return found;
}

type Under = { readonly key: string; readonly place: PersonalPlace };

function walk(value: unknown, under: Under, found: KeyedValue[]): void {
  if (typeof value === "string") {
    for (const each of findPersonalValues(value)) found.push({ ...under, value: each });
  } else if (Array.isArray(value)) {
    for (const item of value) walk(item, under, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const each of findPersonalValues(key)) found.push({ ...under, value: each });
      walk(item, { key, place: placeUnder(key, under.place) }, found);
    }
  }
}

/** By key: `url.full`, `http.url`, `exception.message`, the status message. */
function placeUnder(key: string, place: PersonalPlace): PersonalPlace {
  if (/^exception\.|^error|statusMessage/.test(key)) return "error";
  return /(?:^|[._])(?:url|uri|target)(?:[._]|$)/i.test(key) ? "url" : place;
}
