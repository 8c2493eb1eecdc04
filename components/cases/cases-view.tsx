import type { SavedView } from "@/lib/domain/saved-view";
import type { CasesPageModel } from "@/lib/view/cases-page-model";
import { periodWords } from "@/lib/view/facet-words";
import { printedFilters } from "@/lib/view/filter-sentence";
import { displayZone, formatInstant } from "@/lib/view/format";
import { shownPeriodWords } from "@/lib/view/shown-period";
import type { DroppedParam } from "@/lib/view/search-params/field-reader";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { QueryProvider } from "../data/query-provider";
import { CasesBody } from "./cases-body";
import { NothingIngested } from "./cases-empty";
import { CasesNavigationProvider } from "./cases-navigation";
import { CasesStrip } from "./cases-strip";
import { CasesToolbar } from "./cases-toolbar";
import { FilterSentence } from "./filter-sentence";
import type { SavedViewActions } from "./saved-view-actions";

type CasesViewProps = {
  model: CasesPageModel;
  dropped: readonly DroppedParam[];
  views: readonly SavedView[];
  viewActions: SavedViewActions;
};

/** The Cases page: the finding, the filters as a sentence, time, facets, the list, one case beside it. */
export function CasesView({ model, dropped, views, viewActions }: CasesViewProps) {
  const { query, headline, period } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Cases" />
        <NothingIngested />
      </>
    );
  }
  return (
    <QueryProvider>
      <CasesNavigationProvider query={query}>
        <div className="grid gap-2">
          <div className="flex items-start gap-4 max-roomy:flex-col max-roomy:gap-2">
            <PageHeader title={headline.title}>
              <p className="text-secondary text-text-muted">
                {headline.detail} As of {formatInstant(model.asOfUs, "minute")} {displayZone()}.
              </p>
            </PageHeader>
            <CasesToolbar views={views} viewActions={viewActions} />
          </div>
          <FilterSentence period={period} facets={model.facets} />
        </div>
        <DroppedNotice dropped={dropped} />
        <PrintHeader
          filters={printedFilters(query)}
          period={`${shownPeriodWords(query.period, period).button} (${periodWords(query.period)})`}
          dataAsOfUs={model.newestUs}
          evaluators={model.evaluators}
          generatedUs={model.asOfUs}
        />
        <CasesStrip histogram={model.histogram} />
        <CasesBody model={model} />
      </CasesNavigationProvider>
    </QueryProvider>
  );
}
