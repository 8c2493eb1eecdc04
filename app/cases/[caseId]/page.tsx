import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseView } from "@/components/case/case-view";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { workspacePath } from "@/lib/pipeline/data-folder";
import { loadCasePage } from "@/lib/queries/case-page";
import { caseHref, caseIdOfSegment } from "@/lib/view/case-href";
import { nowUs } from "../../now-us";
import { readOrReport } from "../../read-or-report";

type CasePageProps = { params: Promise<{ caseId: string }> };

export async function generateMetadata({ params }: CasePageProps): Promise<Metadata> {
  return { title: caseIdOfSegment((await params).caseId) ?? "Case" };
}

/** One case. */
export default async function CasePage({ params }: CasePageProps) {
  const caseId = caseIdOfSegment((await params).caseId);
  if (caseId === null) notFound();
  const read = await readOrReport("case", () =>
    loadCasePage(workspacePath("main"), caseId, nowUs()),
  );
  if (!read.isRead) {
    return (
      <>
        <PageHeader title="Case" />
        <ErrorState
          title="This case could not be read."
          detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
          retryHref={caseHref(caseId)}
          requestId={read.requestId}
        />
      </>
    );
  }
  if (read.value === null) notFound();
  return <CaseView model={read.value} />;
}
