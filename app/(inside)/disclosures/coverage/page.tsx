import type { Metadata } from "next";
import { CoverageView } from "@/components/disclosures/coverage/coverage-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { PageProps } from "@/lib/format/address/raw-params";
import { coverageCodec, coverageHref } from "@/lib/pages/disclosures/coverage/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

export const metadata: Metadata = { title: "Coverage" };

/** The Coverage page of disclosures. */
export default async function CoveragePage({ searchParams }: PageProps) {
  const { scope } = await requireViewer("view-cases");
  const { query, dropped } = coverageCodec.parse(await searchParams);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("coverage", () =>
    askReader("loadCoverage", { path, scope }, query, asOfUs),
  );
  if (read.isRead) return <CoverageView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Coverage"
      title="The contacts could not be counted."
      detail="Nothing is lost: they are counted from the cases whenever they are shown."
      retryHref={coverageHref(query)}
      requestId={read.requestId}
    />
  );
}
