import { allLocales } from "@faker-js/faker";

type NameKind = "first_name" | "last_name";

function written(kind: NameKind): readonly string[] {
  const names = new Set<string>();
  for (const { person } of Object.values(allLocales)) {
    for (const list of Object.values(person?.[kind] ?? {})) {
      for (const name of list) if (/^[\p{Script=Latin} '’-]{2,}$/u.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}

/** First and last names in Latin letters from many countries (Faker, MIT). */
export const firstNames = written("first_name");
export const lastNames = written("last_name");

function english(kind: NameKind): ReadonlySet<string> {
  const locales = [allLocales.en, allLocales.en_US, allLocales.en_GB, allLocales.en_IN];
  return new Set(
    locales.flatMap((locale) =>
      Object.values(locale.person?.[kind] ?? {}).flatMap((list) =>
        list.map((name) => name.toLowerCase()),
      ),
    ),
  );
}

/** Common English names in lower case; some are ordinary words too. */
export const englishFirstNames = english("first_name");
export const englishLastNames = english("last_name");

/** The words of all names, in lower case. */
export const nameWords: readonly string[] = [
  ...new Set([...firstNames, ...lastNames].flatMap((name) => name.toLowerCase().split(/[ '’-]+/))),
]
  .filter((word) => word.length > 1)
  .sort();
