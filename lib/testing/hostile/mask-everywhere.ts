import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import type { TextPlace } from "@/lib/ingest/mask/text-masker";
import { testPseudonymise } from "../test-pseudonymise";

/** As a customer's answer to a question for everything, as program text, under an account's and a secret's key. */
const places: readonly (TextPlace | undefined)[] = [
  { requested: 127 },
  undefined,
  { keyHint: "account_number" },
  { keyHint: "password" },
];
const masker = createTextMasker(testPseudonymise);

/** The text masked in each kind of place. */
export function maskEverywhere(text: string): string[] {
  return places.map((place) => masker.mask(text, place).text);
}
