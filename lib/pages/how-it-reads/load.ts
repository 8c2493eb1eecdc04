import "server-only";
import type { ActQuestion } from "@/lib/acts/questions";
import { questionOf } from "@/lib/acts/questions";
import measured from "@/lib/acts/model/measured.gen.json";
import { actReader } from "@/lib/acts/server";
import { actWords, certaintyWords } from "@/lib/domain/acts/act-words";
import { nameOfLanguage } from "@/lib/domain/privacy/name-languages";
import { prepareHowItReads } from "./prepare-how-it-reads";
import type { HowItReadsModel, TriedSentence } from "./reading-model";

/** How well each act is read, as measured. */
export function loadHowItReads(): HowItReadsModel {
  return prepareHowItReads(measured);
}

/** Reads a sentence that somebody tries, and keeps nothing of it. */
export async function readSentence(
  asked: Pick<ActQuestion, "speaker" | "before" | "text">,
): Promise<TriedSentence> {
  const reader = await actReader();
  const read = await reader.read(questionOf({ ...asked, language: null }));
  if (read === null) return { language: null, acts: [] };
  return {
    language: nameOfLanguage(read.language),
    acts: read.read
      .map(({ act, confidence, certainty, start, end }) => ({
        ...{ act, words: actWords[act], start, end },
        confidence: confidence.toFixed(1).replace(/^0/, ""),
        certainty: certaintyWords[certainty],
      }))
      .toSorted((a, b) => Number(b.confidence) - Number(a.confidence)),
  };
}
