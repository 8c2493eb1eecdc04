import { everyCase, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { Period } from "@/lib/analytics/filter/period";
import type { AlertWindow } from "@/lib/domain/alerts/alert-window";
import { alertsHref, type AlertsQuery } from "./url";

/**
 * The form of a new alert on what a page shows, with the page's filters and the window nearest to its period.
 * @param watched a metric's id or a finding's
 */
export function watchHref(
  watched: Partial<Pick<AlertsQuery, "metric" | "finding">>,
  cases: CasesQuery,
): string {
  const { facets, period } = cases;
  return alertsHref({
    ...watched,
    cases: { ...everyCase, facets },
    window: windowOf(period),
  });
}

function windowOf(period: Period): AlertWindow {
  switch (period) {
    case "7d":
    case "last-week":
      return "7d";
    case "30d":
    case "this-month":
    case "last-month":
      return "30d";
    default:
      return "90d";
  }
}
