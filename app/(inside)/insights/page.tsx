import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { InsightsView } from "@/components/insights/insights-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { PageProps } from "@/lib/format/address/raw-params";
import { insightsCodec, insightsHref } from "@/lib/pages/insights/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Insights" };

/** The Insights page. */
export default async function InsightsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("insights");
  const raw = await searchParams;
  const { query, dropped } = insightsCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("insights", async () => ({
    model: await askReader("loadInsightsPage", { path, scope: viewer.scope }, query, asOfUs),
    saved: await pageViewsOf("/insights", viewer, raw, insightsHref(query)),
  }));
  if (read.isRead) return <InsightsView {...read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Insights"
      title="The insights could not be read."
      detail="Nothing is lost: they are found in the cases whenever they are shown."
      retryHref={insightsHref(query)}
      requestId={read.requestId}
    />
  );
}
