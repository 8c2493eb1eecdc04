import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { CompareView } from "@/components/compare/compare-view";
import { may } from "@/lib/domain/people/permission";
import { requireViewer } from "@/lib/auth/require-viewer";
import { compareCodec, compareHref } from "@/lib/pages/compare/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Compare" };

/** The Compare page. */
export default async function ComparePage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = compareCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("compare", async () => ({
    model: await askReader(
      "loadComparePage",
      { path, scope: viewer.scope },
      query,
      asOfUs,
      may(viewer, "view-text"),
    ),
    saved: await pageViewsOf("/compare", viewer, raw, compareHref(query)),
  }));
  if (read.isRead) {
    await allowAgain();
    return <CompareView {...read.value} dropped={dropped} />;
  }
  return (
    <ReadError
      page="Compare"
      title="The comparison could not be read."
      detail="Nothing is lost: its figures are computed from the cases whenever they are shown."
      retryHref={compareHref(query)}
      requestId={read.requestId}
    />
  );
}
