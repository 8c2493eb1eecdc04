import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import type { TextMasker } from "@/lib/ingest/mask/text-masker";
import type { Scorer } from "./scorer";

/** Places in a row do not depend on the key that pseudonyms are made with. */
const noKey = () => "0".repeat(16);

/** Makes what finds the personal data of a row, by the masking that every span goes through at ingest. */
function piiScorer(masker: TextMasker): Scorer {
  return ({ id, messages }) => ({
    id,
    spans: messages.flatMap(({ content }, turn) =>
      masker.find(content).map(({ start, end, type }) => ({ turn, start, end, type })),
    ),
  });
}

export const scorePii: Scorer = piiScorer(createTextMasker(noKey));
