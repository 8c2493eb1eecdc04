import { wordsOf } from "@/lib/learning/words-of";
import type { DataRow, DataSetName } from "./data-sets";
import { personalWords } from "./personal-words";
import { perThousand } from "./per-thousand";
import type { Judged, Measure } from "./recipes/recipe";

type FalseMaskOptions = {
  readonly dataSet: DataSetName;
  readonly label: string;
  readonly groupOf: (row: DataRow) => string;
};

/**
 * Measures masking of ordinary conversations in words per thousand: all masked words, and those that are neither
 * among the row's own personal words nor have the shape of a mail address, phone or card.
 */
export function falseMaskMeasure({ dataSet, label, groupOf }: FalseMaskOptions): Measure {
  return {
    dataSet,
    label,
    path: "words",
    isOfVerdicts: false,
    isLabelled: () => true,
    truthOf: null,
    isMeasuredMasked: false,
    groupOf,
    figures: [
      { name: "false per 1,000", must: null, goal: null, of: (all) => rate(all, "false") },
      { name: "masked per 1,000", must: null, goal: null, of: (all) => rate(all, "masked") },
    ],
  };
}

type Counts = { readonly words: number; readonly masked: number; readonly false: number };

const byShape = new Set(["EMAIL", "IP", "CARD", "IBAN", "SSN"]);

const rate = perThousand(count);

function count({ row, line }: Judged): Counts {
  const words = row.messages.reduce((sum, { content }) => sum + wordsOf(content).length, 0);
  const counts = { words, masked: 0, false: 0 };
  const personal = personalWords(row);
  for (const { turn, start, end, type } of "spans" in line ? line.spans : []) {
    const masked = wordsOf(row.messages[turn]?.content.slice(start, end) ?? "");
    counts.masked += masked.length;
    if (!byShape.has(type)) counts.false += masked.filter((word) => !personal.has(word)).length;
  }
  return counts;
}
