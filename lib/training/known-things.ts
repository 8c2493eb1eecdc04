import { allLocales } from "@faker-js/faker";
import { englishFirstNames, englishLastNames } from "./known-names";

const { en } = allLocales;

/** Lists of more cities hold villages whose names are mostly surnames. */
const citiesMost = 1000;
const latin = /^[\p{Script=Latin}\d '’.&-]{2,}$/u;

function namesOf(list: readonly { readonly name: string }[] | null | undefined): readonly string[] {
  return (list ?? []).map(({ name }) => name);
}

/** Names of countries or languages in English, by their two-letter codes (Unicode CLDR). */
function displayNames(type: "language" | "region"): readonly string[] {
  const names = new Intl.DisplayNames(["en"], { type, fallback: "none" });
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  return letters.flatMap((one) =>
    letters.flatMap(
      (two) => names.of(type === "region" ? `${one}${two}`.toUpperCase() : one + two) ?? [],
    ),
  );
}

function distinct(...lists: readonly (readonly string[] | null | undefined)[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))]
    .filter((name) => latin.test(name))
    .sort();
}

/** Cities, states and countries: Faker (MIT) and the time zone database. */
export const places = distinct(
  ...Object.values(allLocales).map(({ location }) => {
    const cities = location?.city_name ?? [];
    return cities.length <= citiesMost ? cities : [];
  }),
  Intl.supportedValuesOf("timeZone").map((zone) => zone.replace(/^.*\//, "").replaceAll("_", " ")),
  namesOf(en.airline?.airport).map((name) =>
    name.replace(/ (?:International |Regional )?Airport$/, ""),
  ),
  en.location?.state,
  en.location?.continent,
  displayNames("region"),
);

/** Brands and makers (Faker, MIT). */
export const brands = distinct(
  namesOf(en.airline?.airline),
  en.vehicle?.manufacturer,
  en.vehicle?.model,
  en.book?.publisher,
);

const languages = distinct(displayNames("language"));

/** Languages, peoples' kitchens, dishes and products (Faker, MIT; Unicode CLDR). */
export const goods = distinct(
  languages,
  en.food?.ethnic_category,
  en.food?.dish,
  en.food?.ingredient,
  en.food?.fruit,
  en.food?.vegetable,
  en.food?.meat,
  en.commerce?.product_name?.product,
  en.commerce?.product_name?.material,
  en.commerce?.department,
  en.music?.genre,
);

/** "Jackson" is a city, but "Smith" of "Fort Smith" and "Grace" of a brand are persons' first of all. */
function wordsOfThing(name: string, isWhole: boolean): readonly string[] {
  const words = name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (isWhole && words.length === 1) return words;
  return words.filter((word) => !englishFirstNames.has(word) && !englishLastNames.has(word));
}

/** The words of all these names, in lower case, without what are names of persons first of all. */
export const thingWords: readonly string[] = [
  ...new Set([
    ...[...places, ...languages].flatMap((name) => wordsOfThing(name, true)),
    ...[...brands, ...goods].flatMap((name) => wordsOfThing(name, false)),
  ]),
].sort();
