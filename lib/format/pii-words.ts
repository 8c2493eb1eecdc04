import { placeWords, typeWords } from "@/lib/domain/privacy/leak-words";
import { nameLanguages, nameOfLanguage } from "@/lib/domain/privacy/name-languages";
import type { PersonalPlace, PiiKind } from "@/lib/domain/privacy/personal-values";

const list = new Intl.ListFormat("en-GB");

/** How far each language is read. */
export const languagesRead = `Names are read in ${list.format(nameLanguages.map(nameOfLanguage))}. In other languages only what has a form is found: numbers, mail addresses, cards, keys.`;

/** A type in singular: "email address"; null or "unnamed": the sender's placeholder does not say it. */
export function piiKindLabel(type: PiiKind | null): string {
  return type === null || type === "unnamed" ? "not named" : typeWords[type][0];
}

/** Whether personal values reached us readable. */
export const arrivalWords = { leaked: "readable", redacted: "redacted" } as const;

/** Kinds of places as headings and cells. */
export const placeLabels: Readonly<Record<PersonalPlace, string>> = {
  ...placeWords,
  "tool-arguments": "tool arguments",
  "tool-result": "tool results",
  instructions: "model instructions",
};

/** A type for a count of its values: "email addresses". */
export function piiKindsLabel(type: PiiKind, count: number): string {
  const one = count === 1 ? 0 : 1;
  return type === "unnamed" ? (["value", "values"] as const)[one] : typeWords[type][one];
}
