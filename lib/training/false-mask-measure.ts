import { wordsOf } from "@/lib/learning/words-of";
import type { DataRow, DataSetName } from "./data-sets";
import { personalWords } from "./personal-words";
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
    isLabelled: () => true,
    truthOf: null,
    isMeasuredMasked: false,
    groupOf,
    figures: [
      { name: "false per 1,000", must: null, goal: null, of: (all) => perThousand(all, "false") },
      { name: "masked per 1,000", must: null, goal: null, of: (all) => perThousand(all, "masked") },
    ],
  };
}

type Counts = { readonly words: number; readonly masked: number; readonly false: number };

const counted = new WeakMap<Judged, Counts>();
const byShape = new Set(["EMAIL", "IP", "CARD", "IBAN", "SSN"]);

function perThousand(judged: readonly Judged[], what: "masked" | "false"): number | null {
  let [words, hits] = [0, 0];
  for (const each of judged) {
    const counts = counted.get(each) ?? count(each);
    counted.set(each, counts);
    words += counts.words;
    hits += counts[what];
  }
  return words === 0 ? null : (hits / words) * 1000;
}

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
