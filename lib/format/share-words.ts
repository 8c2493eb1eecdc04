import { effectiveShare, type ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Interval } from "@/lib/stats/interval";
import type { Difference, Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { comparedMin } from "@/lib/stats/compare-with-rest";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { formatCount } from "./format";

/** Fewer cases are told as a fraction: a percentage of them would claim too much. */
export const percentFrom = comparedMin;
/** Below this the words say that there are few. */
const manyFrom = 30;
/** More decimals say nothing to anybody. */
const mostPlaces = 4;
/** From here on the first decimal means something. */
const decimalFrom = 1000;

/** True where so few are counted that one reads the interval and not the figure. */
export function isFew(of: number): boolean {
  return of < manyFrom;
}

/** A share of `of` in per cent: "69%". */
export function percent(share: number, of: number): string {
  return `${digits(share, of)}%`;
}

/** Two shares of `of` as a range: "65–73%", "<1–2%". */
export function percentRange([low, high]: Interval, of: number): string {
  const [from, to] = [low, high].map((end) => digits(end, of).replace("under ", "<"));
  return from === to ? `${from ?? ""}%` : `${from ?? ""}–${to ?? ""}%`;
}

/** A share where it marks an axis: "5%", "2.5%". */
export function percentTick(share: number): string {
  return `${String(Number((100 * share).toFixed(1)))}%`;
}

/** A rate where it stands alone: "69%", a fraction of few, "–" of none. */
export function rateWords({ hits, of }: Proportion): string {
  if (of === 0) return "–";
  return of < percentFrom ? `${formatCount(hits)} of ${formatCount(of)}` : percent(hits / of, of);
}

/** What qualifies a rate: "71 of 96, 65–82%"; of few it is the interval alone, for the fraction is the rate. */
export function rateBasis(rate: Proportion): string {
  return basisWords(rate, wilsonInterval(rate.hits, rate.of));
}

/** The same of a share whose things come by the customer. */
export function clusteredBasis(sums: ClusterSums): string {
  return basisWords(sums, clusteredInterval(sums));
}

/** The interval of a share whose things come by the customer; null of nothing. */
export function clusteredInterval(sums: ClusterSums): Interval | null {
  const { hits, of } = effectiveShare(sums);
  return wilsonInterval(hits, of);
}

/** "46–59%"; "" of nothing. */
export function clusteredRange(sums: ClusterSums): string {
  const interval = clusteredInterval(sums);
  return interval === null ? "" : percentRange(interval, sums.of);
}

function basisWords({ hits, of }: Proportion, interval: Interval | null): string {
  if (interval === null) return "no cases";
  const range = percentRange(interval, of);
  const fraction = of < percentFrom ? "" : `${formatCount(hits)} of ${formatCount(of)}, `;
  return `${fraction}${range}${isFew(of) ? ", few" : ""}`;
}

/** Which way a difference goes: `none` where its interval holds 0. */
export function directionOf({ interval: [low, high] }: Difference): "up" | "down" | "none" {
  if (low > 0) return "up";
  return high < 0 ? "down" : "none";
}

/**
 * A difference of two rates in points: "−5 points (−13 to +3)".
 * @param places decimals of the difference; below a point one, as it would be rounded to a point or to none
 */
export function pointsWords(
  { value, interval: [low, high] }: Difference,
  places = value !== 0 && Math.abs(100 * value) < 1 ? 1 : 0,
): string {
  const told = signed(100 * value, places);
  const unit = told.endsWith("1") && told.length === 2 ? "point" : "points";
  return `${told} ${unit} (${signedRange([100 * low, 100 * high], 0)})`;
}

/** An interval of a difference, "−13 to +3"; an end beside 0 is written so long that one sees on which side. */
export function signedRange([low, high]: Interval, places: number): string {
  const isApart = low > 0 || high < 0;
  const words = (end: number, at: number): string => {
    const told = signed(end, at);
    return isApart && at < mostPlaces && Number(told) === 0 ? words(end, at + 1) : told;
  };
  return `${words(low, places)} to ${words(high, places)}`;
}

/** A number with its sign, a true minus: "+0.19", "−5"; what rounds to nothing has none. */
export function signed(value: number, places: number): string {
  const size = Math.abs(value).toFixed(places);
  if (Number(size) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** Neither 0 nor 100 stands for what is only near it. */
function digits(share: number, of: number): string {
  const places = of < decimalFrom ? 0 : 1;
  const step = 10 ** -places;
  // A whole number is rounded as `toFixed` does, which takes much longer over it.
  const rounded = places === 0 ? Math.round(100 * share) : Number((100 * share).toFixed(places));
  if (share > 0 && rounded === 0) return `under ${String(step)}`;
  if (share < 1 && rounded === 100) return (100 - step).toFixed(places);
  return places === 0 ? String(rounded) : rounded.toFixed(places);
}
