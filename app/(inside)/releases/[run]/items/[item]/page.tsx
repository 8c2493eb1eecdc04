import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { ReplayItemView } from "@/components/releases/replay-item-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { idOfSegment } from "@/lib/format/id-segment";
import { replayCodec, sideBySideHref } from "@/lib/pages/releases/item-url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../../../read-or-report";
import { shownWorkspace } from "../../../../../shown-workspace";

type ReplayPageProps = {
  params: Promise<{ run: string; item: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<ReplayPageProps, "params">): Promise<Metadata> {
  return { title: `${idOfSegment((await params).item) ?? "Case"} side by side` };
}

/** Two replays of a cohort's item side by side. */
export default async function ReplayPage({ params, searchParams }: ReplayPageProps) {
  const viewer = await requireViewer("view-text");
  const { query, dropped } = replayCodec.parse(await searchParams);
  const segments = await params;
  const [run, item] = [idOfSegment(segments.run), idOfSegment(segments.item)];
  if (run === null || item === null) notFound();
  const { path } = await shownWorkspace();
  const read = await readOrReport("side by side", () =>
    askReader("loadReplayItem", { path, scope: viewer.scope }, { run, item }, query),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Side by side"
        title="These replays could not be read."
        detail="Nothing is lost: what was ingested stays where it is. Their traces may still open."
        retryHref={sideBySideHref({ run, item }, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return <ReplayItemView model={read.value} dropped={dropped} canGate={may(viewer, "gate")} />;
}
