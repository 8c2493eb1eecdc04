"use client";

import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import type { MissingWord } from "@/lib/pages/cases/missing-words";
import type { RowHits } from "@/lib/pages/cases/row-hits-model";
import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { periodWords } from "@/lib/analytics/words/facet-words";
import { printedFilters } from "@/lib/analytics/words/filter-sentence";
import { displayZone, formatInstant } from "@/lib/format/format";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { NoCasesYet } from "../layout/nothing-ingested";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import type { PageAnnotations } from "../annotations/page-annotations";
import type { MakeCohort } from "../cohort/make-cohort";
import { QueryProvider } from "@/components/layout/query-provider";
import { DefaultViewNote } from "../views/default-view-note";
import type { ViewActions } from "../views/view-actions";
import { CasesBody } from "./cases-body";
import { CasesNavigationProvider } from "./cases-navigation";
import { CasesStrip } from "./cases-strip";
import { CasesToolbar } from "./cases-toolbar";
import { FilterSentence } from "./filter-sentence";
import { page } from "@/lib/pages/cases/words/list";

type CasesViewProps = {
  model: CasesPageModel;
  hits: RowHits;
  /** The words of the search that no case has. */
  missing: readonly MissingWord[];
  dropped: readonly DroppedParam[];
  views: SavedViewsModel;
  /** The saved view that was opened. */
  opened: SavedViewLine | null;
  viewActions: ViewActions;
  annotations: PageAnnotations;
  /** Null: the viewer may not make cohorts. */
  onMakeCohort: MakeCohort | null;
};

/** The Cases page: the finding, the filters as a sentence, time, facets, the list, one case beside it. */
export function CasesView(props: CasesViewProps) {
  const { model, hits, missing, dropped, views, opened, viewActions, annotations, onMakeCohort } =
    props;
  const { query, headline, period } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title={page.title} />
        <NoCasesYet will={page.empty} />
      </>
    );
  }
  return (
    <QueryProvider>
      <CasesNavigationProvider query={query}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <div className="flex items-start gap-4 max-roomy:flex-col max-roomy:gap-2">
            <PageHeader title={headline.title}>
              <p className="text-secondary text-text-muted">
                {headline.detail} {page.asOf(formatInstant(model.asOfUs, "minute"), displayZone())}
              </p>
            </PageHeader>
            <CasesToolbar {...{ views, viewActions, onMakeCohort }} total={model.total} />
          </div>
          <DefaultViewNote
            views={views}
            opened={opened}
            search={casesSearch({ ...query, page: 1, peek: null })}
          />
          <FilterSentence period={period} facets={model.facets} />
        </div>
        <DroppedNotice dropped={dropped} viewName={opened?.name} />
        <PrintHeader
          filters={printedFilters(query)}
          period={`${shownPeriodWords(query.period, period).button} (${periodWords(query.period)})`}
          dataAsOfUs={model.newestUs}
          evaluators={model.evaluators}
          generatedUs={model.asOfUs}
        />
        <CasesStrip histogram={model.histogram} annotations={annotations} />
        <CasesBody model={model} hits={hits} missing={missing} />
      </CasesNavigationProvider>
    </QueryProvider>
  );
}
