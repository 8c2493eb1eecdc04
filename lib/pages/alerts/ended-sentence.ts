import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertEndReason } from "@/lib/domain/alerts/alert-state";
import { formatDuration } from "@/lib/format/format";
import { boundWords, fewWords, readingWords, watchWords } from "./alert-words";

/**
 * Why a firing ended, with the figure that ended it: "“Contained, then back” is no longer above 30% by at least 5 points:
 * 24% of 80 contacts, 16–34%. It had been for 3 h."
 * @param reading of the look that ended it @param heldUs for how long it had held, microseconds
 */
export function endedSentence(
  rule: AlertRule,
  reading: AlertReading | null,
  why: AlertEndReason,
  heldUs: number,
): string {
  const name = watchWords(rule);
  if (why === "changed") {
    return `${name}: what this alert said has ended, as it was changed or its owner sees other cases now.`;
  }
  const held = `It had been for ${formatDuration(heldUs)}.`;
  const words =
    why === "few" ? fewWords(rule, reading) : reading === null ? "" : readingWords(rule, reading);
  const [now, asides] = words === "" ? ["", ""] : [`: ${words}`, ` (${words})`];
  return why === "clear"
    ? `${name} is no longer ${boundWords(rule)}${now}. ${held}`
    : `${name}: it can’t be told any more whether it is ${boundWords(rule)}${asides}. ${held}`;
}
