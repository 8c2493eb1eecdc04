import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { requestsIn } from "@/lib/ingest/mask/tagger/cues";
import { createPseudonymise, dataFolder } from "../worker/data-folder";

/** Creates the function that masks an answer given its question, as ingest does, with the data folder's key. */
export function createAnswerMasker(folder = dataFolder()): MaskAnswer {
  const pseudonymise = createPseudonymise(folder);
  const masker = createTextMasker(pseudonymise);
  return Object.assign(
    (answer: string, question: string) =>
      masker.mask(answer, { requested: requestsIn(question) }).text,
    { halfOfName: (word: string) => pseudonymise("PERSON", word) },
  );
}
