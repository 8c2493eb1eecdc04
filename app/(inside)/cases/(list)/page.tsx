import type { Metadata } from "next";
import { CasesView } from "@/components/cases/cases-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { casesCodec, casesHref } from "@/lib/analytics/filter/cases-query";
import { openedView } from "@/lib/format/layout/prepare-saved-views";
import type { PageProps } from "@/lib/format/address/raw-params";
import type { RowHits } from "@/lib/pages/cases/row-hits-model";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../../allow-again";
import { annotationsOf } from "../../../annotations-of";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";
import { savedViewsOf } from "../../../saved-views-of";
import { makeCohort } from "../../cohorts/actions";
import { chooseDefaultView, removeView, saveView } from "../../view-actions";

export const metadata: Metadata = { title: "Cases" };

/** The list of cases. */
export default async function CasesPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = casesCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("cases", async () => {
    const seen = { path, scope: viewer.scope };
    const model = await askReader("loadCasesPage", seen, query, asOfUs);
    const readsText = may(viewer, "view-text");
    const hits: RowHits = readsText ? await askReader("loadRowHits", seen, model) : new Map();
    const missing = readsText ? await askReader("loadMissingWords", seen, model, asOfUs) : [];
    const annotations = await annotationsOf(viewer, model.markers);
    return { model, hits, missing, annotations, views: await savedViewsOf("/cases", viewer) };
  });
  if (read.isRead) {
    await allowAgain();
    return (
      <CasesView
        {...read.value}
        opened={openedView(read.value.views, raw)}
        dropped={dropped}
        onMakeCohort={may(viewer, "gate") ? makeCohort : null}
        viewActions={{ save: saveView, remove: removeView, chooseDefault: chooseDefaultView }}
      />
    );
  }
  return (
    <ReadError
      page="Cases"
      title="The list of cases could not be read."
      detail="Nothing is lost: what was ingested stays where it is, and single cases may still open by their address."
      retryHref={casesHref(query)}
      requestId={read.requestId}
    />
  );
}
