import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
import type { ArrivalCounts, PiiTally } from "@/lib/analytics/pii/tally-pii";
import { counted } from "@/lib/analytics/words/overview-links";
import { criticalWeight, sensitivityOf } from "@/lib/domain/privacy/personal-values";
import { piiKindLabel } from "@/lib/format/pii-words";
import { percent, percentRange, rateWords } from "@/lib/format/share-words";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { PiiTable } from "./pii-model";
import type { PiiQuery } from "./url";
import { valuesHref } from "./values-href";

/** What the sender had redacted, by type and sensitivity. */
export function redactedTable(
  query: PiiQuery,
  { all, byType, bySensitivity: { critical, personal } }: PiiTally,
): PiiTable {
  const types = [...byType].map(([type, counts]) =>
    rowOf(query, [piiKindLabel(type), sensitivityOf(type)], counts, { kindOf: type }),
  );
  const sums = [
    { words: "Critical types", counts: critical, traits: { sensitivity: "critical" } },
    { words: "Other types", counts: personal, traits: { sensitivity: "personal" } },
    { words: "All types", counts: all, traits: {} },
  ] as const;
  return {
    title: "What the sender had redacted",
    subtitle: `Placeholders such as <PERSON>, [REDACTED] and ****1234 among all values that were found. Weighted, a critical value as ${String(criticalWeight)} others: ${weightedShare(critical, personal)}.`,
    isMatrix: true,
    table: {
      columns: [
        { words: "Type", isNumber: false },
        { words: "Sensitivity", isNumber: false },
        { words: "Readable", isNumber: true },
        { words: "Redacted", isNumber: true },
        { words: "Share redacted", isNumber: true },
      ],
      rows: [
        ...types,
        ...sums
          .filter(({ counts }) => counts.leaked + counts.redacted > 0)
          .map(({ words, counts, traits }) => rowOf(query, [words, ""], counts, traits)),
      ],
    },
    note: "",
  };
}

function rowOf(
  query: PiiQuery,
  [words, sensitivity]: readonly [string, string],
  { leaked, redacted }: ArrivalCounts,
  traits: ChildTraits,
): readonly ChartCell[] {
  return [
    { words },
    { words: sensitivity },
    counted(leaked, valuesHref(query, { ...traits, arrived: "leaked" })),
    counted(redacted, valuesHref(query, { ...traits, arrived: "redacted" })),
    { words: shareWords({ hits: redacted, of: leaked + redacted }) },
  ];
}

function shareWords(share: { readonly hits: number; readonly of: number }): string {
  const interval = wilsonInterval(share.hits, share.of);
  return interval === null ? "–" : `${rateWords(share)}, ${percentRange(interval, share.of)}`;
}

/** The share redacted, each critical value counted `criticalWeight` times. */
function weightedShare(critical: ArrivalCounts, personal: ArrivalCounts): string {
  const weigh = (of: (counts: ArrivalCounts) => number) =>
    criticalWeight * of(critical) + of(personal);
  const all = weigh(({ leaked, redacted }) => leaked + redacted);
  return all === 0 ? "–" : percent(weigh(({ redacted }) => redacted) / all, all);
}
