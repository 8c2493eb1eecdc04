import type { AmountFigure, Figure, ShareFigure } from "@/lib/rollup/metrics/figure-of";
import type { Metric } from "@/lib/rollup/metrics/metric";
import type { Interval } from "@/lib/stats/interval";
import { formatCount, formatDuration } from "./format";

/** Fewer cases are told as a fraction: a percentage of them would claim too much. */
const percentFrom = 10;
/** Below this the words say that there are few. */
const manyFrom = 30;
/** From here on the first decimal means something. */
const decimalFrom = 1000;

/** A figure in words. */
export type FigureWords = {
  /** "69%", "3 of 3", "2.4", "1 d 4 h"; "–" where there is nothing to tell. */
  readonly value: string;
  /** What the true value may be: "65–73%"; "" where that cannot be told. */
  readonly interval: string;
  /** "285 of 412 cases", "412 cases, 9 in 10 within 3 d 2 h". */
  readonly basis: string;
  /** "412 of 455 cases can be judged, 7 unknown: 69–70% either way"; "" where all are counted. */
  readonly maturity: string;
};

/** Tells a figure: its value, what it may be, of how many, and how many could not be counted yet. */
export function figureWords(metric: Metric, figure: Figure): FigureWords {
  const maturity = maturityWords(figure);
  if (figure.unit === "share") return { ...shareWords(figure), maturity };
  return { ...amountWords(figure, metric.unit === "share" ? "median" : metric.told), maturity };
}

function shareWords({ share, hits, of }: ShareFigure) {
  if (share === null) return { value: "–", interval: "", basis: "no cases" };
  const fraction = `${formatCount(hits)} of ${formatCount(of)}`;
  const isFew = of < manyFrom;
  return {
    value: of < percentFrom ? fraction : percent(share.value, of),
    interval: percentRange(share.interval, of),
    basis: `${fraction} ${of === 1 ? "case" : "cases"}${isFew ? ": few cases" : ""}`,
  };
}

function amountWords(figure: AmountFigure, told: "mean" | "median") {
  const { of, mean, median, medianInterval, p90, unit } = figure;
  const value = told === "mean" ? (mean?.value ?? median) : median;
  if (value === null || median === null || p90 === null) {
    return { value: "–", interval: "", basis: "no cases" };
  }
  const words = (amount: number) => (unit === "contacts" ? number(amount) : formatDuration(amount));
  const interval = told === "mean" ? (mean?.interval ?? null) : medianInterval;
  const middle = told === "mean" ? `half at most ${words(median)}, ` : "";
  return {
    value: words(value),
    interval: interval === null ? "" : `${words(interval[0])} – ${words(interval[1])}`,
    basis: `${formatCount(of)} ${of === 1 ? "case" : "cases"}, ${middle}9 in 10 at most ${words(p90)}`,
  };
}

function maturityWords(figure: Figure): string {
  const { of, waiting, unknown } = figure;
  const all = of + waiting + unknown;
  if (of === all) return "";
  const counted = `${formatCount(of)} of ${formatCount(all)} cases can be judged`;
  if (unknown === 0) return counted;
  const bounds = figure.unit === "share" ? figure.bounds : null;
  const either = bounds === null ? "" : `: ${percentRange(bounds, of + unknown)} either way`;
  return `${counted}, ${formatCount(unknown)} unknown${either}`;
}

function percent(share: number, of: number): string {
  return `${digits(share, of)}%`;
}

function percentRange([low, high]: Interval, of: number): string {
  const [from, to] = [digits(low, of), digits(high, of)];
  return from === to ? `${from}%` : `${from}–${to}%`;
}

/** Neither 0 nor 100 stands for what is only near it. */
function digits(share: number, of: number): string {
  const places = of < decimalFrom ? 0 : 1;
  const step = 10 ** -places;
  const rounded = Number((100 * share).toFixed(places));
  if (share > 0 && rounded === 0) return `under ${String(step)}`;
  if (share < 1 && rounded === 100) return (100 - step).toFixed(places);
  return rounded.toFixed(places);
}

function number(amount: number): string {
  return Number.isInteger(amount) ? formatCount(amount) : amount.toFixed(2);
}
