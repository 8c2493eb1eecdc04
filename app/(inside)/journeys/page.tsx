import type { Metadata } from "next";
import { JourneysView } from "@/components/journeys/journeys-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { journeysCodec, journeysHref } from "@/lib/pages/journeys/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { annotationsOf } from "../../annotations-of";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Journeys" };

/** The Journeys page. */
export default async function JourneysPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = journeysCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("journeys", async () => {
    const model = await askReader("loadJourneysPage", { path, scope: viewer.scope }, query, asOfUs);
    const annotations = await annotationsOf(viewer, model.dotted.markers);
    return {
      model,
      annotations,
      saved: await pageViewsOf("/journeys", viewer, raw, journeysHref(query)),
    };
  });
  if (read.isRead) {
    await allowAgain();
    return <JourneysView {...read.value} dropped={dropped} />;
  }
  return (
    <ReadError
      page="Journeys"
      title="The journeys could not be read."
      detail="Nothing is lost: they are counted from the cases whenever they are shown."
      retryHref={journeysHref(query)}
      requestId={read.requestId}
    />
  );
}
