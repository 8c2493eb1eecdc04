import "server-only";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { readAsOf } from "@/lib/analytics/load/as-of";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { Viewer } from "@/lib/domain/people/permission";
import { readWebhook } from "@/lib/store/alerts/deliveries";
import { readAlertEvents } from "@/lib/store/alerts/events";
import { readAlerts } from "@/lib/store/alerts/rules";
import type { AlertOwners, AlertsModel } from "./alerts-model";
import { prepareAlerts } from "./prepare-alerts";
import type { AlertsQuery } from "./url";

/** Events that are shown. */
const eventsMax = 200;

/** Who looks, and who has alerts. */
export type AlertsViewer = {
  readonly viewer: Viewer;
  readonly owners: AlertOwners;
  /** Whether mail is set up. */
  readonly hasMail: boolean;
};

/**
 * Reads what the Alerts page shows.
 * @param nowUs now, microseconds since 1970
 */
export async function loadAlertsPage(
  seen: SeenWorkspace,
  query: AlertsQuery,
  who: AlertsViewer,
  nowUs: number,
): Promise<AlertsModel> {
  const reader = await readerOrEmpty(seen.path);
  const alerts = await readAlerts(reader);
  const asOfUs = await readAsOf(reader, nowUs);
  const { counts, isWorkspaceEmpty } = await readSnapshot(seen, everyCase, asOfUs, (cases) => ({
    counts: cases.facets(),
    isWorkspaceEmpty: cases.about.isWorkspaceEmpty,
  }));
  return prepareAlerts(query, {
    ...{ ...who, alerts, counts, isWorkspaceEmpty, nowUs },
    events: await readAlertEvents(reader, eventsMax),
    webhook: await readWebhook(reader),
  });
}
