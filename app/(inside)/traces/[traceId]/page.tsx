import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import type { TraceActions } from "@/components/trace/trace-actions";
import { TraceView } from "@/components/trace/trace-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { idOfSegment } from "@/lib/format/id-segment";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { traceCodec, traceHref } from "@/lib/pages/trace/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { moveTrace } from "./actions";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

const actions: TraceActions = { onMove: moveTrace };

type TracePageProps = {
  params: Promise<{ traceId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<TracePageProps, "params">): Promise<Metadata> {
  return { title: `Trace ${idOfSegment((await params).traceId)?.slice(0, 8) ?? ""}` };
}

/** One trace. */
export default async function TracePage({ params, searchParams }: TracePageProps) {
  const { scope } = await requireViewer("view-text");
  const { query, dropped } = traceCodec.parse(await searchParams);
  const traceId = idOfSegment((await params).traceId);
  if (traceId === null) notFound();
  const { path } = await shownWorkspace();
  const read = await readOrReport("trace", () =>
    askReader("loadTracePage", { path, scope }, traceId, query),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Trace"
        title="This trace could not be read."
        detail="Nothing is lost: what was ingested stays where it is. The case it belongs to may still open."
        retryHref={traceHref(traceId, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return <TraceView model={read.value} dropped={dropped} actions={actions} />;
}
