import { composeName } from "@/lib/domain/privacy/name-pseudonym";
import type { PiiType, Pseudonymise } from "@/lib/domain/privacy/pseudonym";
import { normaliseNumber, normaliseWords } from "./find/find-numbers";
import { isCardNumber } from "./numbers/is-card-number";
import { normalisePhone } from "./numbers/normalise-phone";

const ofWords = /^[\p{L}\p{M}.'’ -]+$/u;
const ofDigits = /^\+?[\d\s().-]+$/;
/** Shorter letters and digits are read aloud, longer ones are keys whose case matters. */
const numbersMost = 24;
const phoneDigits = 7;
/** Types by which a place alone tells what a value is: the same value may have another elsewhere. */
const byPlace: ReadonlySet<PiiType> = new Set([
  "PERSON",
  "ADDRESS",
  "SSN",
  "PHONE",
  "CARD",
  "KEY",
  "TOKEN",
  "ACCOUNT",
]);

/**
 * The pseudonym of a value. It depends on the value's form, not on the type that its place suggests: a PIN under
 * "pin" and the same digits in an answer, or a word taken for a name here and a street there, have equal digits.
 * @param value as normalised by the rule that found it
 * @returns 16 hex digits
 */
export function pseudonymOf(pseudonymise: Pseudonymise, type: PiiType, value: string): string {
  if (!byPlace.has(type)) return pseudonymise(type, value);
  if (ofWords.test(value)) {
    const words = normaliseWords(value).split(" ");
    return composeName(words, (word) => pseudonymise("PERSON", word));
  }
  if (type === "PHONE") return pseudonymise(type, value);
  if (ofDigits.test(value)) return pseudonymOfDigits(pseudonymise, value);
  if (type === "ADDRESS" || value.length > numbersMost) return pseudonymise(type, value);
  return pseudonymise("ACCOUNT", normaliseNumber("ACCOUNT", value));
}

function pseudonymOfDigits(pseudonymise: Pseudonymise, value: string): string {
  const digits = value.replace(/\D/g, "");
  if (isCardNumber(digits)) return pseudonymise("CARD", digits);
  // A number may be called a phone's elsewhere: phone numbers are normalised where they are found.
  if (digits.length < phoneDigits) return pseudonymise("ACCOUNT", digits);
  return pseudonymise("PHONE", normalisePhone(value));
}
