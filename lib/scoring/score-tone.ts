import { isParty } from "@/lib/domain/trace/reading";
import { readPoliteness, type PolitenessReader } from "@/lib/evaluators/tone/read-politeness";
import { judgePoliteness } from "@/lib/evaluators/tone/tone";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** Creates a scorer of the politeness of a row's messages, whoever said them. */
export function createToneScorer(read: PolitenessReader): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const spoken = assembled.messages.filter(({ speaker }) => isParty[speaker]);
    return { id: row.id, ...lineOfVerdict(judgePoliteness(spoken, read), assembled) };
  };
}

export const scoreTone = createToneScorer(readPoliteness);
