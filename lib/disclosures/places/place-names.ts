import { iso31661, iso31661Alpha3ToAlpha2, iso31662 } from "iso-3166";
import da from "i18n-iso-countries/langs/da.json";
import de from "i18n-iso-countries/langs/de.json";
import en from "i18n-iso-countries/langs/en.json";
import es from "i18n-iso-countries/langs/es.json";
import fi from "i18n-iso-countries/langs/fi.json";
import fr from "i18n-iso-countries/langs/fr.json";
import it from "i18n-iso-countries/langs/it.json";
import nb from "i18n-iso-countries/langs/nb.json";
import nl from "i18n-iso-countries/langs/nl.json";
import pl from "i18n-iso-countries/langs/pl.json";
import pt from "i18n-iso-countries/langs/pt.json";
import sv from "i18n-iso-countries/langs/sv.json";

/** Codes of a place: a country's by ISO 3166-1 ("DE"), a subdivision's by ISO 3166-2 ("US-CA"), or "EU". */
export type PlaceCode = string;

/** What systems write beside ISO 3166. */
const synonyms = new Map([
  ["UK", "GB"],
  ["EL", "GR"],
]);
const languages = [en, de, fr, es, it, pt, nl, pl, sv, da, nb, fi];
const alpha3: Readonly<Record<string, string>> = iso31661Alpha3ToAlpha2;
const countries = new Set(iso31661.map(({ alpha2 }) => alpha2));
const subdivisions = new Map(iso31662.map(({ code, name }) => [code, name]));

/** "DE", "deu", "UK": the country; null: it is the code of none. */
export function countryOf(code: string): PlaceCode | null {
  const upper = code.toUpperCase();
  const known = synonyms.get(upper) ?? (Object.hasOwn(alpha3, upper) ? alpha3[upper] : upper);
  return known !== undefined && countries.has(known) ? known : null;
}

/** "CA" of "US" is "US-CA"; null: the country has no such part. */
export function partOf(country: PlaceCode, code: string): PlaceCode | null {
  const whole = `${country}-${code.toUpperCase()}`;
  return subdivisions.has(whole) ? whole : null;
}

const unnamed: readonly PlaceCode[] = [];
let codes: ReadonlyMap<string, readonly PlaceCode[]> | null = null;

/** The places of a name in any of twelve languages: "Allemagne" is one, "Georgia" is a country and a state. */
export function placesNamed(name: string): readonly PlaceCode[] {
  codes ??= readNames();
  return codes.get(folded(name)) ?? unnamed;
}

function readNames(): ReadonlyMap<string, readonly PlaceCode[]> {
  const found = new Map<string, PlaceCode[]>([["europeanunion", ["EU"]]]);
  const add = (name: string, code: PlaceCode) => {
    const known = found.get(folded(name));
    if (known === undefined) found.set(folded(name), [code]);
    else if (!known.includes(code)) known.push(code);
  };
  for (const { countries: names } of languages)
    for (const [code, name] of Object.entries<string | readonly string[]>(names))
      for (const each of typeof name === "string" ? [name] : name) add(each, code);
  // A country is listed among its parts, too, by some: "GB-UKM".
  for (const [code, name] of subdivisions)
    if (found.get(folded(name))?.includes(code.slice(0, 2)) !== true) add(name, code);
  return found;
}

/** Without case, accents, articles and marks. */
function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/^the /u, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const englishNames: Readonly<Record<string, string | readonly string[] | undefined>> = en.countries;

/** "California", "Germany"; a code without a name is its own. */
export function nameOfPlace(code: PlaceCode): string {
  if (code === "EU") return "European Union";
  const name = subdivisions.get(code) ?? englishNames[code] ?? code;
  return typeof name === "string" ? name : (name[0] ?? code);
}
