import { effectiveShare, type ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Interval } from "@/lib/stats/interval";
import type { Difference, Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { comparedMin } from "@/lib/stats/compare-with-rest";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { formatCount } from "./format";

/** Below this count a share is a fraction ("2 of 7"), not a percentage. */
export const percentFrom = comparedMin;
/** Below this count the text says that there are few. */
const manyFrom = 30;
/** Maximum number of decimals. */
const mostPlaces = 4;
/** From this count the first decimal is meaningful. */
const decimalFrom = 1000;

/** True where the count is so small that the interval is shown instead of the figure. */
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

/** A share as an axis label: "5%", "2.5%". */
export function percentTick(share: number): string {
  return `${String(Number((100 * share).toFixed(1)))}%`;
}

/** A rate on its own: "69%", a fraction for a small count, "–" for none. */
export function rateWords({ hits, of }: Proportion): string {
  if (of === 0) return "–";
  return of < percentFrom ? `${formatCount(hits)} of ${formatCount(of)}` : percent(hits / of, of);
}

/**
 * The detail of a rate: "71 of 96, 65–82%"; for a small count only the interval, as the rate is the
 * fraction.
 */
export function rateBasis(rate: Proportion): string {
  return basisWords(rate, wilsonInterval(rate.hits, rate.of));
}

/** The same with an interval clustered by customer. */
export function clusteredBasis(sums: ClusterSums): string {
  return basisWords(sums, clusteredInterval(sums));
}

/** The interval of a share clustered by customer; null: nothing counted. */
export function clusteredInterval(sums: ClusterSums): Interval | null {
  const { hits, of } = effectiveShare(sums);
  return wilsonInterval(hits, of);
}

/** "46–59%"; "": nothing counted. */
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

/** Direction of a difference; `none`: its interval contains 0. */
export function directionOf({ interval: [low, high] }: Difference): "up" | "down" | "none" {
  if (low > 0) return "up";
  return high < 0 ? "down" : "none";
}

/**
 * A difference of two rates in points: "−5 points (−13 to +3)".
 * @param places decimals of the difference
 */
export function pointsWords(
  { value, interval: [low, high] }: Difference,
  places = value !== 0 && Math.abs(100 * value) < 1 ? 1 : 0,
): string {
  const text = signed(100 * value, places);
  const unit = text.endsWith("1") && text.length === 2 ? "point" : "points";
  // An approximate interval may reach beyond what a difference of two rates can be.
  const range = signedRange([100 * Math.max(-1, low), 100 * Math.min(1, high)], 0);
  return `${text} ${unit} (${range})`;
}

/** The interval of a difference, "−13 to +3"; an end close to 0 gets enough decimals to show its sign. */
export function signedRange([low, high]: Interval, places: number): string {
  const isApart = low > 0 || high < 0;
  const words = (end: number, at: number): string => {
    const text = signed(end, at);
    return isApart && at < mostPlaces && Number(text) === 0 ? words(end, at + 1) : text;
  };
  return `${words(low, places)} to ${words(high, places)}`;
}

/** A signed number with a true minus: "+0.19", "−5"; what rounds to 0 has no sign. */
export function signed(value: number, places: number): string {
  const size = Math.abs(value).toFixed(places);
  if (Number(size) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** A share is 0 or 100 only exactly: "under 1", "99". */
function digits(share: number, of: number): string {
  const places = of < decimalFrom ? 0 : 1;
  const step = 10 ** -places;
  // Faster than `toFixed`, with the same rounding.
  const rounded = places === 0 ? Math.round(100 * share) : Number((100 * share).toFixed(places));
  if (share > 0 && rounded === 0) return `under ${String(step)}`;
  if (share < 1 && rounded === 100) return (100 - step).toFixed(places);
  return places === 0 ? String(rounded) : rounded.toFixed(places);
}
