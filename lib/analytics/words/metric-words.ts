import type { AmountFigure, Figure, RatioFigure, ShareFigure } from "../metrics/figure";
import { entityOf, type Listed } from "../facets/dimension-groups";
import type { Metric } from "../metrics/metric";
import { formatCount, formatCounted, formatInterval, formatTypicalTime } from "@/lib/format/format";
import { formatDollars, formatMoney } from "@/lib/format/amounts/money";
import { isFew, percent, percentFrom, percentRange } from "@/lib/format/share-words";

/** A figure in words. */
export type FigureWords = {
  /** "69%", "3 of 3", "2.4", "1 d 4 h"; "–" where there is no value. */
  readonly value: string;
  /** The interval: "65–73%"; "" without one. */
  readonly interval: string;
  /** "285 of 412 cases", "412 cases". */
  readonly basis: string;
  /** Of an amount: "half at most 2, 9 in 10 at most 3"; else "". */
  readonly spread: string;
  /** "412 of 455 cases can be judged, 7 unknown: 69–70% either way"; "" where all are counted. */
  readonly maturity: string;
};

/** A figure in words: its value, its interval, its base, and how many could not be counted yet. */
export function figureWords(metric: Metric, figure: Figure): FigureWords {
  const noun = countedNouns[entityOf[metric.counts]];
  const maturity = maturityWords(figure, noun);
  const none = noneWords(figure, noun);
  if (figure.unit === "share") return { ...shareWords(figure, noun, none), spread: "", maturity };
  if (figure.unit === "ratio") {
    const things = metric.unit === "ratio" ? metric.things.noun : noun;
    return { ...shareWords(figure, things, none), spread: "", maturity };
  }
  const average = metric.unit === "share" || metric.unit === "ratio" ? "median" : metric.average;
  const words = amountWords(figure, average, noun, none);
  const { per, mean } = figure;
  if (metric.unit !== "contacts" || metric.expected === null) return { ...words, maturity };
  if (per === null || mean === null) return { ...words, value: "–", interval: "", maturity };
  const crude = number(per.total / per.count);
  const spread = `${crude} unadjusted`;
  return { ...words, basis: formatCounted(per.count, noun), spread, maturity };
}

/** The base of no figure: "no promises", or of those that can't be counted "none of 336 promises can be judged". */
function noneWords({ of, waiting, unknown }: Figure, noun: string): string {
  const all = of + waiting + unknown;
  if (all === 0) return `no ${noun}s`;
  return all === 1
    ? `the one ${noun} can’t be judged`
    : `none of ${formatCounted(all, noun)} can be judged`;
}

/** One of what a metric counts. */
export const countedNouns: Readonly<Record<Listed, string>> = {
  cases: "case",
  contacts: "contact",
  handoffs: "handoff",
  promises: "promise",
  disclosures: "disclosure",
  pii: "personal value",
};

function shareWords(
  { share, sums: { hits, of } }: ShareFigure | RatioFigure,
  noun: string,
  none: string,
) {
  if (share === null) return { value: "–", interval: "", basis: none };
  const fraction = `${formatCount(hits)} of ${formatCount(of)}`;
  return {
    value: of < percentFrom ? fraction : percent(share.value, of),
    interval: percentRange(share.interval, of),
    basis: `${fraction} ${of === 1 ? noun : `${noun}s`}${isFew(of) ? `: few ${noun}s` : ""}`,
  };
}

function amountWords(figure: AmountFigure, average: "mean" | "median", noun: string, none: string) {
  if (figure.unit === "money") return moneyWords(figure, noun);
  if (figure.per !== null && figure.unit !== "contacts") return perWords(figure, noun, none);
  const { of, mean, median, medianInterval, p90, unit } = figure;
  const value = average === "mean" ? (mean?.value ?? median) : median;
  if (value === null || median === null || p90 === null) {
    return { value: "–", interval: "", basis: none, spread: "" };
  }
  const words = (amount: number) => amountWordsOf[unit](amount, figure.currency);
  const interval = average === "mean" ? (mean?.interval ?? null) : medianInterval;
  const middle = average === "mean" ? `half at most ${words(median)}, ` : "";
  return {
    value: words(value),
    interval: interval === null ? "" : formatInterval(interval, words),
    basis: formatCounted(of, noun),
    spread: `${middle}9 in 10 at most ${words(p90)}`,
  };
}

type AmountWords = (amount: number, currency: string | null) => string;

/** An amount as its unit is written: "2.40" contacts, "3 min", "$0.04", "1,200" tokens. */
export const amountWordsOf: Readonly<Record<AmountFigure["unit"], AmountWords>> = {
  contacts: number,
  microseconds: formatTypicalTime,
  money: (amount, currency) => (currency === null ? "–" : formatMoney(amount, currency)),
  dollars: formatDollars,
  tokens: (amount) => formatCount(Math.round(amount)),
};

const nothing = { value: "–", interval: "", spread: "" };

/** Money by the rates in the settings, per thing of a base. */
function moneyWords(figure: AmountFigure, noun: string) {
  const { per, currency } = figure;
  if (currency === null) return { ...nothing, basis: "Settings say no rates" };
  if (per === null || Number.isNaN(per.total)) {
    return { ...nothing, basis: "Settings lack a rate that some contact needs" };
  }
  return perWords(figure, noun, "");
}

/** A sum per thing of a base. @param none the base where there is none */
function perWords({ unit, of, mean, per, currency }: AmountFigure, noun: string, none: string) {
  const words = (amount: number) => amountWordsOf[unit](amount, currency);
  if (per === null || of === 0) return { ...nothing, basis: none };
  const total = unit === "tokens" ? formatCounted(per.total, "token") : words(per.total);
  const basis = `${total} for ${formatCounted(of, noun)}, ${formatCount(per.count)} of them resolved`;
  if (mean === null) return { ...nothing, basis };
  const interval = formatInterval(mean.interval, words);
  return { value: words(mean.value), interval, basis, spread: "" };
}

function maturityWords(figure: Figure, noun: string): string {
  const { of, waiting, unknown } = figure;
  const all = of + waiting + unknown;
  if (of === all) return "";
  const counted = `${formatCount(of)} of ${formatCounted(all, noun)} can be judged`;
  if (unknown === 0) return counted;
  const bounds = figure.unit === "share" ? figure.bounds : null;
  const either = bounds === null ? "" : `: ${percentRange(bounds, of + unknown)} either way`;
  return `${counted}, ${formatCount(unknown)} unknown${either}`;
}

function number(amount: number): string {
  return Number.isInteger(amount) ? formatCount(amount) : amount.toFixed(2);
}
