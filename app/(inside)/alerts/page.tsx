import type { Metadata } from "next";
import { AlertsView } from "@/components/alerts/alerts-view";
import { ReadError } from "@/components/layout/read-error";
import { loadAlertOwners } from "@/lib/auth/load-alert-owners";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { PageProps } from "@/lib/format/address/raw-params";
import { alertsCodec, alertsHref } from "@/lib/pages/alerts/url";
import { readMailServer } from "@/lib/pipeline/alerts/mail-server";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";
import {
  acknowledgeAlert,
  muteAlert,
  previewAlert,
  removeAlert,
  saveAlert,
  setWebhook,
  testAlert,
} from "./actions";

export const metadata: Metadata = { title: "Alerts" };

/** The Alerts page. */
export default async function AlertsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("manage-alerts");
  const { query, dropped } = alertsCodec.parse(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("alerts", async () => {
    const hasMail = readMailServer(process.env) !== null;
    const who = { viewer, owners: await loadAlertOwners(), hasMail };
    return askReader("loadAlertsPage", { path, scope: viewer.scope }, query, who, nowUs());
  });
  if (!read.isRead) {
    return (
      <ReadError
        page="Alerts"
        title="The alerts could not be read."
        detail="Nothing is lost: alerts are looked at and sent whether this page is open or not."
        retryHref={alertsHref()}
        requestId={read.requestId}
      />
    );
  }
  const actions = {
    ...{ onSave: saveAlert, onRemove: removeAlert, onAcknowledge: acknowledgeAlert },
    ...{ onMute: muteAlert, onTest: testAlert, onWebhookSet: setWebhook, onPreview: previewAlert },
  };
  return <AlertsView model={read.value} dropped={dropped} actions={actions} />;
}
