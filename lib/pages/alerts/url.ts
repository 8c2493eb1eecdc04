import { createCasesCodec, facetNames } from "@/lib/analytics/filter/cases-query";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { alertWindows } from "@/lib/domain/alerts/alert-window";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { flag, oneOf, optional, position, text } from "@/lib/format/address/field";

/** What an alert narrows the cases down by: facets alone, no words and no period. */
export const alertCasesCodec = createCasesCodec(facetNames, "all");

/** The query of the Alerts page. */
export const alertsCodec = createCodec({
  /** Whether the form of a new rule is open. */
  isNew: flag("new", "1"),
  /** The rule whose form is open; null: none. */
  rule: optional("rule", position),
  /** A metric that a new rule watches. */
  metric: optional("watch", oneOf(metrics.map(({ id }) => id))),
  /** A finding that a new rule watches. */
  finding: optional("finding", text({ min: 1, max: 400 })),
  /** The window of a new rule; null: the usual one. */
  window: optional("window", oneOf(alertWindows)),
  /** The cases that a new rule is about. */
  cases: alertCasesCodec,
});
export type AlertsQuery = QueryOf<typeof alertsCodec>;

/** The address of the Alerts page, with defaults left out. */
export function alertsHref(query: Partial<AlertsQuery> = {}): string {
  return alertsCodec.href("/alerts", { ...alertsCodec.defaultValue, ...query });
}
