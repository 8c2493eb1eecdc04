import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertEndReason } from "@/lib/domain/alerts/alert-state";
import { formatDuration } from "@/lib/format/format";
import { boundWords, fewWords, readingWords, watchWords } from "./alert-sentences";
import { endedByChange, hadBeenFor, noLonger, notToldAnyMore } from "./words/rules";

/**
 * Why a firing ended, with the figure that ended it: "“Contained, then back” is no longer above 30% by at least 5 points:
 * 24% of 80 contacts, 16–34%. It had lasted 3 h."
 * @param reading of the look that ended it @param heldUs for how long it had held, microseconds
 */
export function endedSentence(
  rule: AlertRule,
  reading: AlertReading | null,
  why: AlertEndReason,
  heldUs: number,
): string {
  const name = watchWords(rule);
  if (why === "changed") return endedByChange(name);
  const found =
    why === "few" ? fewWords(rule, reading) : reading === null ? "" : readingWords(rule, reading);
  const ended = why === "clear" ? noLonger : notToldAnyMore;
  return `${ended(name, boundWords(rule), found)} ${hadBeenFor(formatDuration(heldUs))}`;
}
