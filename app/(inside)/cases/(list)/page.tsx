import type { Metadata } from "next";
import { CasesView } from "@/components/cases/cases-view";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadCasesPage } from "@/lib/queries/cases-page";
import { loadSavedViews } from "@/lib/queries/saved-views";
import { casesHref } from "@/lib/view/cases-query";
import { parseCasesParams } from "@/lib/view/search-params/cases";
import type { RawSearchParams } from "@/lib/view/search-params/field-reader";
import { nowUs } from "../../../now-us";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";
import { removeView, saveView } from "./saved-view-actions";

export const metadata: Metadata = { title: "Cases" };

/** The list of cases. */
export default async function CasesPage({
  searchParams,
}: {
  searchParams: Promise<RawSearchParams>;
}) {
  const { scope } = await requireViewer("view-cases");
  const { query, dropped } = parseCasesParams(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("cases", async () => ({
    model: await loadCasesPage({ path, scope }, query, nowUs()),
    views: await loadSavedViews(path, "/cases"),
  }));
  if (read.isRead) {
    return (
      <CasesView
        {...read.value}
        dropped={dropped}
        viewActions={{ save: saveView, remove: removeView }}
      />
    );
  }
  return (
    <>
      <PageHeader title="Cases" />
      <ErrorState
        title="The list of cases could not be read."
        detail="Nothing is lost: what was ingested stays where it is, and single cases may still open by their address."
        retryHref={casesHref(query)}
        requestId={read.requestId}
      />
    </>
  );
}
