import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import {
  deliveryWays,
  type DeliveryWay,
  type StoredAlertMessage,
} from "@/lib/domain/alerts/alert-delivery";
import type { StoredAlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertEndReason } from "@/lib/domain/alerts/alert-state";
import { isoInstant } from "@/lib/format/format";
import { firingSentence, readingLinks, watchWords } from "./alert-sentences";
import { endedSentence } from "./ended-sentence";
import { ruleWords } from "./prepare-rule";
import { alertsHref } from "./url";
import { testMessage } from "./words/rules";

type MessagedAlert = {
  readonly rule: StoredAlertRule;
  /** Null: it was not looked at yet. */
  readonly reading: AlertReading | null;
  /** Since when it holds, or held, microseconds since 1970; null: it doesn't. */
  readonly heldSinceUs: number | null;
};

/** What is told of an alert. */
type Occasion =
  | { readonly type: Exclude<StoredAlertMessage["type"], "alert.ended"> }
  | { readonly type: "alert.ended"; readonly why: AlertEndReason };

/**
 * The messages of an alert, one per way that it is sent; none of a visitor's of the demo.
 * @param atUs microseconds since 1970
 */
export function alertMessages(
  alert: MessagedAlert,
  occasion: Occasion,
  atUs: number,
): readonly { readonly by: DeliveryWay; readonly message: StoredAlertMessage }[] {
  const { isOfVisitor, isWebhookSent, isMailSent } = alert.rule;
  if (isOfVisitor) return [];
  const isSent = { webhook: isWebhookSent, mail: isMailSent };
  const message = alertMessage(alert, occasion, atUs);
  return deliveryWays.filter((way) => isSent[way]).map((by) => ({ by, message }));
}

/** What is sent of an alert: figures, names of filters and an address; nothing of a case or a customer. */
function alertMessage(alert: MessagedAlert, occasion: Occasion, atUs: number): StoredAlertMessage {
  const { rule, reading, heldSinceUs } = alert;
  const { watch } = rule;
  const at = isoInstant(atUs) ?? "";
  const metric = reading?.kind === "metric" ? reading : null;
  const found = reading?.kind === "finding" ? reading.found : null;
  const [link] = reading === null ? [] : readingLinks(rule, reading);
  const href = link?.href ?? alertsHref();
  const since = heldSinceUs === null ? null : (isoInstant(heldSinceUs) ?? null);
  return {
    type: occasion.type,
    timestamp: at,
    data: {
      alert: { id: rule.id, name: rule.name },
      sentence: sentenceOf(alert, occasion, atUs),
      rule: ruleWords(rule),
      watches: watch.kind === "metric" ? watch.metric : (found?.id ?? watch.finding),
      n: reading?.of ?? 0,
      value: metric?.value ?? found?.perMonth ?? null,
      range: metric?.interval ?? null,
      bound: watch.kind === "metric" ? watch.bound : null,
      before: metric?.before?.value ?? null,
      since,
      ended: occasion.type === "alert.ended" ? { at, why: occasion.why } : null,
      url: href,
    },
  };
}

function sentenceOf(
  { rule, reading, heldSinceUs }: MessagedAlert,
  occasion: Occasion,
  atUs: number,
) {
  const forUs = atUs - (heldSinceUs ?? atUs);
  if (occasion.type === "alert.ended") return endedSentence(rule, reading, occasion.why, forUs);
  if (occasion.type === "alert.test" || reading === null) {
    return testMessage(watchWords(rule));
  }
  return `${firingSentence(rule, reading, forUs)}.`;
}
