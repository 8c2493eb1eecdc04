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

/** Common English first names; some are ordinary words too. */
export const englishFirstNames: ReadonlySet<string> = new Set(
  [allLocales.en, allLocales.en_US, allLocales.en_GB, allLocales.en_IN].flatMap((locale) =>
    Object.values(locale.person?.first_name ?? {}).flatMap((list) =>
      list.map((name) => name.toLowerCase()),
    ),
  ),
);

/** The words of all names, in lower case. */
export const nameWords: readonly string[] = [
  ...new Set([...firstNames, ...lastNames].flatMap((name) => name.toLowerCase().split(/[ '’-]+/))),
]
  .filter((word) => word.length > 1)
  .sort();
