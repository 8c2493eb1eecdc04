import { labelledSpans } from "./span-measure";
import type { Judged, Measure } from "./recipes/recipe";

/** Measures how many generated values are masked as a whole: of one masked in part the rest is readable. */
export const canaryMeasure: Measure = {
  dataSet: "pii.canaries",
  label: "generated values masked as a whole",
  path: "values in sentences and in records of tools",
  isOfVerdicts: true,
  isLabelled: (row) => labelledSpans(row) !== null,
  truthOf: null,
  isMeasuredMasked: false,
  groupOf: ({ domain }) => domain,
  figures: [
    {
      name: "recall",
      ...{ must: 0.8, goal: 0.95 },
      of: (judged) => (judged.length === 0 ? null : judged.filter(isMasked).length / judged.length),
    },
  ],
};

function isMasked({ row, line }: Judged): boolean {
  const found = "spans" in line ? line.spans : [];
  return (labelledSpans(row) ?? []).every(({ turn, start, end }) => {
    const text = row.messages[turn]?.content ?? "";
    return Array.from({ length: end - start }, (_, at) => start + at).every(
      (at) =>
        !/[\p{L}\p{N}]/u.test(text.charAt(at)) ||
        found.some((span) => span.turn === turn && span.start <= at && at < span.end),
    );
  });
}
