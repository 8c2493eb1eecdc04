import { isWithin } from "./is-within";
import { countryOf, partOf, placesNamed, type PlaceCode } from "./place-names";

/** What a region as it was sent says: nothing, something that is no place we know, or a place of these. */
export type RegionReading =
  | { readonly kind: "unstated" }
  | { readonly kind: "unknown" }
  | { readonly kind: "places"; readonly places: readonly PlaceCode[] };

/** What systems write where they know nothing. */
const nothing =
  /^[^\p{L}\p{N}]*(?:|unknown|undefined|unset|none|null|nil|nan|n\W?a|not (?:set|available|applicable|known)|tbd|default|other|others|any|all|global|worldwide)[^\p{L}\p{N}]*$/iu;
const partSeparator = /\s*[,;()|]\s*|\s+[-–—]\s+/u;
const codeSeparator = /[-_/ .]+/u;

/** North America to who writes it, Namibia by ISO 3166. */
const ambiguous = /^nam$/iu;

/** The place that a workspace states for a region's spelling, or the region as it was sent. */
export function placedRegion(
  region: string | null,
  stated: Readonly<Record<string, string>>,
): string | null {
  const spelling = spellingOf(region);
  return Object.entries(stated).find(([each]) => spellingOf(each) === spelling)?.[1] ?? region;
}

/** Whether a region says something that is no place we know, and that nobody stated a place for. */
export function isUnplaced(region: string, stated: Readonly<Record<string, string>>): boolean {
  return readRegion(placedRegion(region, stated)).kind === "unknown";
}

function spellingOf(region: string | null): string {
  return (region ?? "").trim().toLowerCase();
}

/** Reads a region: "DE", "deu", "Allemagne", "us-ca", "California, USA", "en-US". */
export function readRegion(region: string | null): RegionReading {
  const text = (region ?? "").trim();
  if (nothing.test(text)) return { kind: "unstated" };
  if (ambiguous.test(text)) return { kind: "unknown" };
  const parts = text.split(partSeparator).filter((part) => part !== "");
  const whole = readPart(text);
  const places = whole.length > 0 || parts.length < 2 ? whole : readParts(parts);
  return places.length === 0 ? { kind: "unknown" } : { kind: "places", places };
}

/** "Los Angeles, CA, USA": what is within what follows it; what no list knows is left out. */
function readParts(parts: readonly string[]): readonly PlaceCode[] {
  let around: readonly PlaceCode[] = [];
  for (const part of [...parts].reverse()) {
    const inside = around.flatMap((place) => partOf(place, part) ?? []);
    const state = around.length === 0 ? partOf("US", part) : null;
    const own = [...readPart(part), ...(state === null ? [] : [state])];
    const within = own.filter((place) => around.some((outer) => isWithin(place, outer)));
    if (inside.length + within.length > 0) around = [...new Set([...inside, ...within])];
    else if (around.length === 0) around = [...new Set(own)];
  }
  return around;
}

/** One name, one code, or a country beside a part of it in either order. */
function readPart(text: string): readonly PlaceCode[] {
  const named = placesNamed(text).filter(isPlainByName);
  const words = text.split(codeSeparator).filter((word) => word !== "");
  const [first = "", second = ""] = words;
  if (first.toUpperCase() === "EU") return ["EU"];
  const country = countryOf(first);
  if (words.length < 2) return readCode(first, country, named);
  if (named.length > 0) return named;
  const last = words.at(-1) ?? "";
  const other = countryOf(last);
  const inside = [
    ...within(country, second, words.slice(1).join(" ")),
    ...within(other, first, words.slice(0, -1).join(" ")),
  ];
  if (inside.length > 0) return inside;
  // A locale has its language first: "en-US", "fr_FR".
  if (other !== null && words.length === 2 && /^[a-z]{2,3}$/u.test(first)) return [other];
  return country === null ? [] : [country];
}

/**
 * A country, or a part of one whose parts are called by their names alone. Elsewhere "West" is a province, and "Toledo" one
 * that a city in another country is called after.
 */
function isPlainByName(place: PlaceCode): boolean {
  return /^(?:[A-Z]{2}|(?:US|CA|AU|DE|AT)-.+)$/u.test(place);
}

/** The part of a country that has this code or this name. */
function within(country: PlaceCode | null, code: string, name: string): readonly PlaceCode[] {
  if (country === null) return [];
  const part = partOf(country, code);
  return part === null ? placesNamed(name).filter((place) => isWithin(place, country)) : [part];
}

/** A code of two letters is a country's by ISO 3166; only where it is none, a state's of the USA. */
function readCode(
  code: string,
  country: PlaceCode | null,
  named: readonly PlaceCode[],
): readonly PlaceCode[] {
  if (country !== null) return [country];
  if (named.length > 0) return named;
  const state = partOf("US", code);
  return state === null ? [] : [state];
}
