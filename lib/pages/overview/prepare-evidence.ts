import type { Figure } from "@/lib/analytics/metrics/figure";
import { endKnownMetric } from "@/lib/analytics/outcomes/end-known";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCount } from "@/lib/format/format";
import type { EvidenceModel } from "./overview-model";

/** Each kind of closing evidence, the metric that counts it, and how to send it. */
const kinds = [
  {
    words: "Closed by an event or a ticket",
    metric: "closures_said",
    how: "Set case.event to closed on any span, or add your CRM’s tickets (case_id, closed, closure code) on Ingest.",
  },
  {
    words: "Rated by the customer",
    metric: "csat_response_rate",
    how: "Set csat.score, 1 to 5, on any span, or add a rating column to the tickets.",
  },
  {
    words: "Shown by the words or a tool’s result",
    metric: "case_resolution_rate",
    how: "Found in the traces themselves: send what customers say last, and what tools answer.",
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
    title: "What would show how cases end",
    rows: kinds.map(({ words, metric, how }) => {
      const count = hitsOf(figures.metrics.get(metric));
      return {
        ...{ words, how, count: formatCount(count) },
        href: count === 0 ? null : listHref(cases, { metric: { id: metric, subset: "numerator" } }),
      };
    }),
    note:
      likely === 0
        ? ""
        : `Without it there is only our reading of the last contact: ${formatCount(likely)} ${likely === 1 ? "case looks" : "cases look"} resolved. It is a hint, not a rate.`,
  };
}

function hitsOf(figure: Figure | undefined): number {
  return figure?.unit === "share" ? figure.hits : 0;
}
