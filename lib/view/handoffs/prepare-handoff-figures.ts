import type { HandoffTally } from "@/lib/rollup/handoffs/tally-handoffs";
import type { PromiseTally } from "@/lib/rollup/handoffs/tally-promises";
import type { Figure } from "@/lib/rollup/metrics/figure-of";
import type { MetricPart } from "@/lib/rollup/metrics/metric";
import { findMetric } from "@/lib/rollup/metrics/metrics";
import type { ClusterSums } from "@/lib/stats/clustered-share";
import type { CasesQuery } from "../cases-query";
import { formatCount, formatCounted } from "../format";
import { metricEntry } from "../metric-entry";
import { metricHref } from "../metric-href";
import type { FigureCard } from "../finding-model";
import { directionOf, isFew, pointsWords } from "../share-words";
import { clusteredDifference, clusteredRange, clusteredShare } from "./kept-words";

/** What is counted of a period. */
export type HandoffCounts = {
  readonly handoffs: HandoffTally;
  readonly promises: PromiseTally;
  /** By the metric's id; those of `handoffMetricIds`. */
  readonly figures: ReadonlyMap<string, Figure>;
};

/** Metrics whose rows the four figures open. */
export const handoffMetricIds = [
  "context_retention",
  "repeat_information_rate",
  "promise_kept_rate",
  "promise_lost_at_switch",
] as const;

export type FigureFacts = {
  readonly cases: CasesQuery;
  readonly now: HandoffCounts;
  /** Null where nothing is compared. */
  readonly before: HandoffCounts | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
};

type Shown = {
  /** Of the metric whose rows it opens. */
  readonly id: (typeof handoffMetricIds)[number];
  readonly part: MetricPart;
  readonly name: string;
  readonly noun: string;
  readonly isHighGood: boolean;
  readonly sumsOf: (counts: HandoffCounts) => ClusterSums;
  readonly maturity: string;
};

/** The four figures: what gets across, who asks again, what is kept, and what is lost on the way. */
export function prepareHandoffFigures(facts: FigureFacts): readonly FigureCard[] {
  const { handoffs, promises } = facts.now;
  const { states } = promises;
  const figures: readonly Shown[] = [
    {
      ...{ id: "context_retention", part: "denominator", name: "Context kept", noun: "fact" },
      isHighGood: true,
      sumsOf: (counts) => counts.handoffs.all.kept,
      maturity: `In ${formatCounted(handoffs.withFacts, "handoff")} of ${formatCount(handoffs.all.handoffs)}: after the others nothing known mattered`,
    },
    {
      ...{ id: "repeat_information_rate", part: "numerator", name: "Handoffs that ask again" },
      ...{ noun: "handoff", isHighGood: false },
      sumsOf: (counts) => counts.handoffs.askedAgain,
      maturity: `${formatCounted(handoffs.untold, "more handoff")} of which nothing tells`,
    },
    {
      ...{ id: "promise_kept_rate", part: "numerator", name: "Promises kept", noun: "promise" },
      isHighGood: true,
      sumsOf: (counts) => counts.promises.kept,
      maturity: `${formatCount(states.unknown)} cannot be checked, ${formatCount(states.open)} not due yet`,
    },
    {
      ...{ id: "promise_lost_at_switch", part: "numerator", name: "Promises lost at a switch" },
      ...{ noun: "promise", isHighGood: false },
      sumsOf: (counts) => counts.promises.lost,
      maturity: `${formatCount(promises.unmentioned)} never mentioned again, ${formatCount(promises.unfollowed)} with no later contact`,
    },
  ];
  return figures.flatMap((figure) => cardOf(figure, facts));
}

function cardOf(
  figure: Shown,
  { cases, now, before, beforeWords }: FigureFacts,
): readonly FigureCard[] {
  const sums = figure.sumsOf(now);
  const metric = findMetric(figure.id);
  const counted = now.figures.get(figure.id);
  if (metric === null || counted === undefined) return [];
  const { hits, of } = sums;
  const opened = figure.part === "numerator" ? hits : of;
  return [
    {
      ...{ id: figure.id, name: figure.name, maturity: figure.maturity },
      question: metric.question,
      value: clusteredShare(sums),
      interval: clusteredRange(sums),
      basis: `${formatCount(hits)} of ${formatCounted(of, figure.noun)}${of > 0 && isFew(of) ? ": few" : ""}`,
      ...changeOf(figure, sums, before, beforeWords),
      href: opened === 0 ? null : metricHref(metric, figure.part, cases),
      about: metricEntry(metric, counted, new Map(), cases),
    },
  ];
}

function changeOf(
  { sumsOf, isHighGood }: Shown,
  now: ClusterSums,
  before: HandoffCounts | null,
  beforeWords: string,
): Pick<FigureCard, "verdict" | "tone" | "change"> {
  if (before === null) return { verdict: "", tone: "none", change: "" };
  const difference = clusteredDifference(now, sumsOf(before));
  if (difference === null) {
    return { verdict: "", tone: "none", change: `Nothing to compare in ${beforeWords}` };
  }
  const way = directionOf(difference);
  const change = `${pointsWords(difference)} on ${beforeWords}`;
  if (way === "none") return { verdict: "No clear change", tone: "none", change };
  const isBetter = (way === "up") === isHighGood;
  return { verdict: isBetter ? "Better" : "Worse", tone: isBetter ? "pass" : "fail", change };
}
