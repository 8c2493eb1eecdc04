import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { Pseudonymise } from "@/lib/domain/privacy/pseudonym";
import { createMemory } from "./create-memory";

/** Words whose half pseudonyms are remembered at most, and their characters. */
const [wordsMax, wordCharsMax] = [20_000, 400_000] as const;

/** The half pseudonym of one word of a name, as masking writes it; memoised. */
export function halfOfNameBy(pseudonymise: Pseudonymise): HalfOfName {
  const known = createMemory<string>(wordsMax, wordCharsMax);
  return (word) => known.get(word) ?? known.set(word, pseudonymise("PERSON", word));
}
