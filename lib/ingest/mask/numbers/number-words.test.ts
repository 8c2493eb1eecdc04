import { expect, it } from "vitest";
import { numberWords } from "./number-words";

const [german, french, spanish, portuguese, italian, dutch] = numberWords;

it.each([
  [german, 21, "einundzwanzig"],
  [german, 76, "sechsundsiebzig"],
  [french, 17, "dix-sept"],
  [french, 39, "trente neuf"],
  [french, 71, "soixante et onze"],
  [french, 72, "septante-deux"],
  [french, 80, "quatre-vingts"],
  [french, 98, "quatre-vingt-dix-huit"],
  [spanish, 28, "veintiocho"],
  [spanish, 34, "treinta y cuatro"],
  [portuguese, 45, "quarenta e cinco"],
  [italian, 38, "trentotto"],
  [italian, 53, "cinquantatré"],
  [dutch, 83, "drieëntachtig"],
])("says %#: %i as %s", (numbers, number, words) => {
  expect(numbers?.[number]).toContain(words);
  expect(numbers?.filter((spellings) => spellings.includes(words))).toHaveLength(1);
});
