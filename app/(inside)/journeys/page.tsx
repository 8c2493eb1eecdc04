import type { Metadata } from "next";
import { JourneysView } from "@/components/journeys/journeys-view";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { journeysCodec, journeysHref } from "@/lib/pages/journeys/url";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { annotationsOf } from "../../annotations-of";
import { nowUs } from "../../now-us";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Journeys" };

/** The Journeys page. */
export default async function JourneysPage({
  searchParams,
}: {
  searchParams: Promise<RawSearchParams>;
}) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = journeysCodec.parse(raw);
  const { path } = await shownWorkspace();
  const read = await readOrReport("journeys", async () => {
    const model = await loadJourneysPage({ path, scope: viewer.scope }, query, nowUs());
    const annotations = await annotationsOf(viewer, model.dotted.markers);
    return {
      model,
      annotations,
      saved: await pageViewsOf("/journeys", viewer, raw, journeysHref(query)),
    };
  });
  if (read.isRead) return <JourneysView {...read.value} dropped={dropped} />;
  return (
    <>
      <PageHeader title="Journeys" />
      <ErrorState
        title="The journeys could not be read."
        detail="Nothing is lost: they are counted from the cases whenever they are shown."
        retryHref={journeysHref(query)}
        requestId={read.requestId}
      />
    </>
  );
}
