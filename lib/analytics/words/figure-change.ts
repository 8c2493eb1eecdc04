import type { JudgedDifference } from "@/lib/stats/compare-with-rest";
import { notCertain } from "../findings/rates-apart";
import { directionOf, pointsWords, signed, signedRange } from "@/lib/format/share-words";
import type { FigureCard } from "../findings/finding-model";
import type { Metric } from "../metrics/metric";

type Change = Pick<FigureCard, "verdict" | "tone" | "change" | "detail" | "doubt">;

/** A figure that is compared with nothing. */
export const notCompared: Change = { verdict: "", tone: "none", change: "", detail: "", doubt: "" };

/**
 * How a figure changed: the range of the difference decides whether it did, and the one rule for certain how it looks.
 * @param difference of shares, or of contacts per case for the same case types; null: nothing to compare
 * @param beforeWords "the 90 days before", for the detail; the filters over the figures name it, too
 */
export function figureChange(
  { direction, unit }: Pick<Metric, "direction" | "unit">,
  difference: JudgedDifference | null,
  beforeWords: string,
): Change {
  if (difference === null) {
    return { ...notCompared, change: "Nothing before to compare with" };
  }
  const isOfContacts = unit === "contacts";
  const size = isOfContacts
    ? `${signed(difference.value, 2)} (${signedRange(difference.interval, 2)}) for the same case types`
    : pointsWords(difference);
  const detail = `${size} against ${beforeWords}`;
  const way = directionOf(difference);
  if (way === "none") {
    return { verdict: "No clear change", tone: "none", change: "from before", detail, doubt: "" };
  }
  const doubt = difference.isCertain ? "" : notCertain;
  const isBetter = (way === "up") === (direction === "higher-is-better");
  const amount = isOfContacts
    ? `${Math.abs(difference.value).toFixed(2)} per case`
    : sizeWords(size);
  return {
    verdict: verdictWords(way, isBetter, isOfContacts || direction === "neither"),
    tone: direction === "neither" || !difference.isCertain ? "none" : isBetter ? "pass" : "fail",
    change: `by ${amount} than before${doubt}`,
    ...{ detail, doubt },
  };
}

function verdictWords(way: "up" | "down", isBetter: boolean, isCounted: boolean): string {
  if (isCounted) return way === "up" ? "More" : "Fewer";
  return isBetter ? "Better" : "Worse";
}

/** "5 points" of "−5 points (−13 to +3)". */
function sizeWords(points: string): string {
  return points.replace(/^[−+]/u, "").replace(/ \(.*$/u, "");
}
