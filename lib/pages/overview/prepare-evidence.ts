import type { Figure } from "@/lib/analytics/metrics/figure";
import { endKnownMetric } from "@/lib/analytics/outcomes/end-known";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCount } from "@/lib/format/format";
import type { EvidenceModel } from "./overview-model";
import { evidenceWords } from "./words";

/** Each kind of closing evidence, the metric that counts it, and how to send it. */
const kinds = [
  {
    words: evidenceWords.closed,
    metric: "closures_said",
    how: evidenceWords.howClosed,
  },
  {
    words: evidenceWords.rated,
    metric: "csat_response_rate",
    how: evidenceWords.howRated,
  },
  {
    words: evidenceWords.shown,
    metric: "case_resolution_rate",
    how: evidenceWords.howShown,
  },
] as const;

/** Metrics of the evidence. */
export const evidenceMetrics: readonly string[] = [
  endKnownMetric,
  ...kinds.map(({ metric }) => metric),
];

/** What would show how cases end, how much of it there is, and how to send it. */
export function prepareEvidence({ cases, figures }: FigureSource): EvidenceModel {
  const likely = hitsOf(figures.metrics.get("likely_resolution_share"));
  return {
    title: evidenceWords.title,
    rows: kinds.map(({ words, metric, how }) => {
      const count = hitsOf(figures.metrics.get(metric));
      return {
        ...{ words, how, count: formatCount(count) },
        href: count === 0 ? null : listHref(cases, { metric: { id: metric, subset: "numerator" } }),
      };
    }),
    note: likely === 0 ? "" : evidenceWords.likely(likely),
  };
}

function hitsOf(figure: Figure | undefined): number {
  return figure?.unit === "share" ? figure.hits : 0;
}
