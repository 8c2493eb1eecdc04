import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { MetricsView } from "@/components/metrics/metrics-view";
import { may } from "@/lib/domain/people/permission";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { PageProps } from "@/lib/format/address/raw-params";
import { metricsCodec } from "@/lib/analytics/filter/metrics-query";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Metrics" };

/** The Metrics page. */
export default async function MetricsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const { scope } = viewer;
  const { query, dropped } = metricsCodec.parse(await searchParams);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("metrics", () =>
    askReader("loadMetricsPage", { path, scope }, query, asOfUs),
  );
  if (read.isRead) {
    await allowAgain();
    return (
      <MetricsView model={read.value} dropped={dropped} mayAlert={may(viewer, "manage-alerts")} />
    );
  }
  return (
    <ReadError
      page="Metrics"
      title="The figures could not be read."
      detail="Nothing is lost: figures are computed from the cases whenever they are shown."
      retryHref="/metrics"
      requestId={read.requestId}
    />
  );
}
