import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { QualityView } from "@/components/quality/quality-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { noParams } from "@/lib/format/address/codec";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Quality" };

/** The Quality page. */
export default async function QualityPage({ searchParams }: PageProps) {
  const { scope } = await requireViewer("view-cases");
  const { dropped } = noParams.parse(await searchParams);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("quality", () =>
    askReader("loadQualityPage", { path, scope }, asOfUs),
  );
  if (read.isRead) return <QualityView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Quality"
      title="What the evaluators said could not be read."
      detail="Nothing is lost: scores stay where they are. The list of cases may still work."
      retryHref="/quality"
      requestId={read.requestId}
    />
  );
}
