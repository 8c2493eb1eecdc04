import { entityOf } from "@/lib/analytics/facets/dimension-groups";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { countedNouns } from "@/lib/analytics/words/metric-words";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { formatCounted } from "@/lib/format/format";
import { boundWords, limitWords, watchWords, windowWords } from "./alert-words";

/**
 * All that decides when a rule fires and how often it is sent, in sentences: "“Contained, then back” (on Chat), in cases
 * opened in the last 7 days: fires when it is above 30% by at least 5 points, its whole range above 30%, with at least
 * 20 contacts counted, for 24 hours without a break. Sent again after 24 hours while it lasts and nobody has
 * acknowledged it, and once more when it ends."
 */
export function ruleWords(rule: AlertRule): string {
  const { durationHours } = rule;
  const about = `${watchWords(rule)}, in cases opened in ${windowWords(rule.window)}`;
  const lasting =
    durationHours === 0
      ? "as soon as that is seen"
      : `for ${hoursWords(durationHours)} without a break`;
  return `${about}: fires when it is ${termsWords(rule)}, ${lasting}.${againWords(rule)}`;
}

/** What must hold: its bound, how certain it must be, and how many must be counted. */
function termsWords(rule: AlertRule): string {
  const { watch, least, effect } = rule;
  if (watch.kind === "finding") {
    const size = effect === 0 ? "" : ` and costs at least ${formatCounted(effect, "case")} a month`;
    return `certain${size}, with at least ${formatCounted(least, "case")} counted`;
  }
  const metric = findMetric(watch.metric);
  const noun = metric === null ? "case" : countedNouns[entityOf[metric.counts]];
  const counted = `with at least ${formatCounted(least, noun)} counted`;
  return watch.bound === null
    ? `${boundWords(rule)}, beyond chance, ${counted} in each`
    : `${boundWords(rule)}, its whole range ${limitWords(rule)}, ${counted}`;
}

function againWords({ coolDownHours, isWebhookSent, isMailSent }: AlertRule): string {
  if (!isWebhookSent && !isMailSent) return "";
  return ` Sent again after ${hoursWords(coolDownHours)} while it lasts and nobody has acknowledged it, and once more when it ends.`;
}

/** "2 hours", "3 days". */
function hoursWords(hours: number): string {
  const isWholeDays = hours > 24 && hours % 24 === 0;
  return isWholeDays ? formatCounted(hours / 24, "day") : formatCounted(hours, "hour");
}
