import type { Metadata } from "next";
import { HealthView } from "@/components/data-health/health-view";
import { ReadError } from "@/components/layout/read-error";
import { lastWorkerProblem } from "@/lib/pipeline/worker/worker-client";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import { healthCodec, healthHref } from "@/lib/pages/data-health/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { nowUs } from "../../now-us";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Data health" };

/** The Data health page. */
export default async function DataHealthPage({ searchParams }: PageProps) {
  const { isDemo } = await requireViewer("view-data-health");
  const { query, dropped } = healthCodec.parse(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("data health", () =>
    loadDataHealth(path, query, nowUs(), isDemo ? null : lastWorkerProblem()),
  );
  if (read.isRead) return <HealthView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Data health"
      title="The state of the data could not be read."
      detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
      retryHref={healthHref(query)}
      requestId={read.requestId}
    />
  );
}
