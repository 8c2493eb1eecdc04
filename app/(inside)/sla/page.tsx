import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { SlaView } from "@/components/sla/sla-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import type { PageProps } from "@/lib/format/address/raw-params";
import { slaCodec, slaHref } from "@/lib/pages/sla/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "SLA" };

/** The SLA page. */
export default async function SlaPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = slaCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("SLA", async () => ({
    model: await askReader("loadSlaPage", { path, scope: viewer.scope }, query, asOfUs),
    saved: await pageViewsOf("/sla", viewer, raw, slaHref(query)),
  }));
  if (read.isRead)
    return <SlaView {...read.value} dropped={dropped} canSet={may(viewer, "settings")} />;
  return (
    <ReadError
      page="SLA"
      title="The clocks could not be read."
      detail="Nothing is lost: they are read from the cases whenever they are shown."
      retryHref={slaHref(query)}
      requestId={read.requestId}
    />
  );
}
