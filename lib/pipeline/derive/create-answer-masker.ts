import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { requestsIn } from "@/lib/ingest/mask/tagger/cues";
import { createHalfOfName, createPseudonymise, dataFolder } from "../worker/data-folder";

/** Creates the function that masks an answer given its question, as ingest does, with the data folder's key. */
export function createAnswerMasker(folder = dataFolder()): MaskAnswer {
  const masker = createTextMasker(createPseudonymise(folder));
  return Object.assign(
    (answer: string, question: string) =>
      masker.mask(answer, { requested: requestsIn(question) }).text,
    { halfOfName: createHalfOfName(folder) },
  );
}
