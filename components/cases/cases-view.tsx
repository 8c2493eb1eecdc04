import type { CasesPageModel } from "@/lib/view/cases-page-model";
import { hasFilters } from "@/lib/view/cases-query";
import { formatCounted, formatInstant, displayZone } from "@/lib/view/format";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { ActiveFilters } from "./active-filters";
import { NoCaseMatches, NothingIngested } from "./cases-empty";
import { CasesFilters } from "./cases-filters";
import { CasesTable } from "./cases-table";

type CasesViewProps = { model: CasesPageModel; dropped: readonly string[] };

/** The Cases page: the finding, the filters, the list. */
export function CasesView({ model, dropped }: CasesViewProps) {
  const { query, headline } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Cases" />
        <NothingIngested />
      </>
    );
  }
  return (
    <>
      <PageHeader title={headline.title}>
        <p className="text-text-muted">
          {headline.detail} As of {formatInstant(model.asOfUs, "minute")} {displayZone}.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[168px_minmax(0,1fr)]">
        <CasesFilters query={query} facets={model.facets} />
        <section aria-label="Cases" className="grid min-w-0 gap-2">
          {hasFilters(query) && model.total > 0 ? (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-text-muted">
              {formatCounted(model.total, "case matches", "cases match")}
              <ActiveFilters query={query} />
            </div>
          ) : null}
          {model.total === 0 ? <NoCaseMatches query={query} /> : <CasesTable model={model} />}
        </section>
      </div>
    </>
  );
}
