import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { QualityView } from "@/components/quality/quality-view";
import { ErrorState } from "@/components/ui/error-state";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadQualityPage } from "@/lib/pages/quality/load";
import { noParams } from "@/lib/format/address/codec";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { nowUs } from "../../now-us";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Quality" };

/** The Quality page. */
export default async function QualityPage({
  searchParams,
}: {
  searchParams: Promise<RawSearchParams>;
}) {
  const { scope } = await requireViewer("view-cases");
  const { dropped } = noParams.parse(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("quality", () => loadQualityPage({ path, scope }, nowUs()));
  if (read.isRead) return <QualityView model={read.value} dropped={dropped} />;
  return (
    <>
      <PageHeader title="Quality" />
      <ErrorState
        title="What the evaluators said could not be read."
        detail="Nothing is lost: scores stay where they are. The list of cases may still work."
        retryHref="/quality"
        requestId={read.requestId}
      />
    </>
  );
}
