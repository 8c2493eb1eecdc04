import type { AccuracyOfSet } from "@/lib/domain/quality/accuracy";
import { piiTypes } from "@/lib/domain/privacy/pseudonym";
import { formatCount } from "@/lib/format/format";
import { languagesRead, piiKindLabel } from "@/lib/format/pii-words";
import { qualityHref } from "@/lib/pages/quality/url";
import type { PiiDetector } from "./pii-model";

/** What the detector finds of generated values. @param set its measurement; absent: it was not measured */
export function piiDetector(set: AccuracyOfSet | undefined): PiiDetector {
  const recall = set?.figures.find(({ name }) => name === "recall");
  const [low, high] = recall?.interval ?? [null, null];
  const range = low === null ? "" : `${low.toFixed(2)}–${high.toFixed(2)}, `;
  const rows = (set?.byGroup ?? []).map(({ group, rows: count, value }) => {
    const type = piiTypes.find((each) => each === group);
    const found = Math.round((value ?? 0) * count);
    return [
      { words: type === undefined ? group : piiKindLabel(type) },
      { words: `${formatCount(found)} of ${formatCount(count)}` },
      { words: (value ?? 0).toFixed(2) },
    ];
  });
  return {
    value: recall?.value?.toFixed(2) ?? "not measured",
    basis:
      set === undefined ? "" : `${range}${formatCount(set.rows)} generated values, ${set.path}`,
    href: qualityHref("pii"),
    title: "What the detector finds",
    subtitle:
      "A detector that finds nothing would show no leak. Of values generated with a fixed seed, how many it masks as a whole; on words of real customers it finds less.",
    table: {
      columns: [
        { words: "Type", isNumber: false },
        { words: "Found", isNumber: true },
        { words: "Recall", isNumber: true },
      ],
      rows,
    },
    note: languagesRead,
    isMatrix: true,
  };
}
