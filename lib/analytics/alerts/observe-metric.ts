import type { AlertRule, MetricWatch } from "@/lib/domain/alerts/alert-rule";
import type { AlertVerdict } from "@/lib/domain/alerts/alert-state";
import { differenceOfEstimates } from "@/lib/stats/difference-of-estimates";
import type { Interval } from "@/lib/stats/interval";
import type { Figure } from "../metrics/figure";
import type { Metric } from "../metrics/metric";
import type { AlertObservation } from "./alert-observation";
import type { AlertDays, MetricReading } from "./alert-reading";
import { estimateOf } from "./estimate-of";

/** The figures that a rule looks at: of its days, and of as many before. */
export type MetricFigures = {
  readonly metric: Metric;
  readonly days: AlertDays;
  readonly own: Figure;
  /** Null where it is not compared with the past. */
  readonly before: Figure | null;
};

/**
 * What a rule on a metric says of its figures. It holds where the 95 % interval of the figure lies beyond the bound, or
 * that of the difference beyond 0, and the difference matters; a difference that is certain and doesn't matter is clear.
 */
export function observeMetric(
  watch: MetricWatch,
  terms: Pick<AlertRule, "least" | "effect">,
  figures: MetricFigures,
): AlertObservation {
  const reading = readingOf(figures);
  return { reading, verdict: verdictOf(watch, terms, reading) };
}

function readingOf({ metric, days, own, before }: MetricFigures): MetricReading {
  const estimate = estimateOf(metric, own);
  const past = before === null ? null : estimateOf(metric, before);
  return {
    ...{ kind: "metric", days, of: own.of, waiting: own.waiting },
    value: estimate?.value ?? null,
    interval: estimate?.interval ?? null,
    currency: "currency" in own ? own.currency : null,
    before:
      before === null || past === null
        ? null
        : {
            of: before.of,
            value: past.value,
            interval: estimate === null ? null : differenceOfEstimates(estimate, past).interval,
          },
  };
}

function verdictOf(
  { side, bound }: MetricWatch,
  { least, effect }: Pick<AlertRule, "least" | "effect">,
  { of, value, interval, before }: MetricReading,
): AlertVerdict {
  if (of < least || value === null || interval === null) return "few";
  if (bound !== null) return decide(side, value - bound, shifted(interval, bound), effect);
  if (before === null || before.of < least || before.interval === null) return "few";
  return decide(side, value - before.value, before.interval, effect);
}

/** @param by how far it is above @param range its interval */
function decide(
  side: MetricWatch["side"],
  by: number,
  [low, high]: Interval,
  effect: number,
): AlertVerdict {
  if (side === "below") return decide("above", -by, [-high, -low], effect);
  if (low > 0) return by >= effect ? "holds" : "clear";
  return high <= 0 ? "clear" : "unclear";
}

function shifted([low, high]: Interval, by: number): Interval {
  return [low - by, high - by];
}
