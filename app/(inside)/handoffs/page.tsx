import type { Metadata } from "next";
import { HandoffsView } from "@/components/handoffs/handoffs-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { handoffsCodec, handoffsHref } from "@/lib/pages/handoffs/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Handoffs and promises" };

/** The Handoffs page. */
export default async function HandoffsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-text");
  const raw = await searchParams;
  const { query, dropped } = handoffsCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("handoffs", async () => ({
    model: await askReader(
      "loadHandoffsPage",
      { path, scope: viewer.scope },
      ...([query, asOfUs, await loadActorNames()] as const),
    ),
    saved: await pageViewsOf("/handoffs", viewer, raw, handoffsHref(query)),
  }));
  if (read.isRead) {
    await allowAgain();
    return <HandoffsView {...read.value} dropped={dropped} />;
  }
  return (
    <ReadError
      page="Handoffs and promises"
      title="The handoffs could not be read."
      detail="Nothing is lost: they are counted from the cases whenever they are shown."
      retryHref={handoffsHref(query)}
      requestId={read.requestId}
    />
  );
}
