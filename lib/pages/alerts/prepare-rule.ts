import { entityOf } from "@/lib/analytics/facets/dimension-groups";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { countedNouns } from "@/lib/analytics/words/metric-words";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { formatCounted } from "@/lib/format/format";
import { boundWords, limitWords, watchWords, windowWords } from "./alert-sentences";
import * as words from "./words/rules";

/**
 * All that decides when a rule fires and how often it is sent, in sentences: "“Contained, then back” (on Chat), in cases
 * opened in the last 7 days: fires when it is above 30% by at least 5 points, its whole range above 30%, with at least
 * 20 contacts counted, for 24 hours without a break. Sent again after 24 hours while it lasts and nobody has
 * acknowledged it, and once more when it ends."
 */
export function ruleWords(rule: AlertRule): string {
  const { durationHours } = rule;
  const sentence = words.ruleSentence(watchWords(rule), {
    window: windowWords(rule.window),
    terms: termsWords(rule),
    lasting:
      durationHours === 0
        ? words.asSoonAsSeen
        : words.withoutBreak(words.hoursWords(durationHours)),
  });
  return [sentence, ...againWords(rule)].join(" ");
}

/** What must hold: its bound, how certain it must be, and how many must be counted. */
function termsWords(rule: AlertRule): string {
  const { watch, least, effect } = rule;
  if (watch.kind === "finding") {
    return words.certainFinding(effect, words.withCounted(formatCounted(least, "case")));
  }
  const metric = findMetric(watch.metric);
  const noun = metric === null ? "case" : countedNouns[entityOf[metric.counts]];
  const counted = words.withCounted(formatCounted(least, noun));
  return watch.bound === null
    ? words.beyondChance(boundWords(rule), counted)
    : words.wholeRange(boundWords(rule), limitWords(rule), counted);
}

function againWords({ coolDownHours, isWebhookSent, isMailSent }: AlertRule): readonly string[] {
  const isSent = isWebhookSent || isMailSent;
  return isSent ? [words.sentAgain(words.hoursWords(coolDownHours))] : [];
}
