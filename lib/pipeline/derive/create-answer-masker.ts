import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { createMasker } from "@/lib/ingest/mask/masker";
import { createPseudonymise, dataFolder } from "../worker/data-folder";

/** Creates the function that masks an answer given its question, as ingest does, with the data folder's key. */
export function createAnswerMasker(folder = dataFolder()): MaskAnswer {
  return createMasker(createPseudonymise(folder)).answer;
}
