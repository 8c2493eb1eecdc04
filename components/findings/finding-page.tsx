import type { ReactNode } from "react";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";
import { printedFilters, suggestedViewName } from "@/lib/analytics/words/filter-sentence";
import { displayZone, formatInstant } from "@/lib/format/format";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { shownPeriodWords } from "@/lib/analytics/filter/shown-period";
import { watchHref } from "@/lib/pages/alerts/href";
import { findingPageWords } from "@/lib/pages/findings/words/page";
import { DroppedNotice } from "../layout/dropped-notice";
import { NoCasesYet } from "../layout/nothing-ingested";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { FigureCard } from "../overview/figure-card";
import { FilterBar } from "../filters/filter-bar";
import { DefaultViewNote } from "../views/default-view-note";
import { SavedViews } from "../views/saved-views";
import type { ViewActions } from "../views/view-actions";
import { Unbroken } from "@/components/ui/unbroken";

/** The saved views of a page, and what else its viewer may keep of it. */
export type PageViews = {
  /** Whether they may have alerts. */
  readonly mayAlert: boolean;
  readonly views: SavedViewsModel;
  /** The one whose address it is. */
  readonly opened: SavedViewLine | null;
  readonly actions: ViewActions;
  /** The page's query string. */
  readonly search: string;
};

type FindingPageProps = {
  /** The heading of the empty page. */
  title: string;
  /** What the page will show, in a sentence, for the empty page. */
  will: string;
  model: FindingModel;
  /** The filter. */
  cases: CasesQuery;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  /** Further buttons beside the saved views. */
  controls?: ReactNode;
  /** Where the page leads with findings. */
  findings?: ReactNode;
  /** At the end of the findings: opens what is behind the figures. */
  beside?: ReactNode;
  /** Caveats of the finding. */
  cautions?: readonly string[];
  /** Explains the figures; a sentence on intervals and `asOf` follows it. */
  foot: string;
  children: ReactNode;
};

/** A page about many cases: filters, finding, figures, then charts and tables. */
export function FindingPage(props: FindingPageProps) {
  const { title, will, model, cases, dropped, saved } = props;
  const { controls, findings, beside, cautions = [], foot, children } = props;
  const { lede, figures = [] } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title={title} />
        <NoCasesYet will={will} />
      </>
    );
  }
  return (
    <>
      <Filters model={model} cases={cases} saved={saved} controls={controls} />
      <DroppedNotice dropped={dropped} viewName={saved.opened?.name} />
      <header className="grid gap-1 max-roomy:order-first">
        <h1 className="max-w-[80ch] text-lede text-pretty">
          <b>
            <Unbroken words={lede.lead} />
          </b>{" "}
          <span className="text-text-muted">
            <Unbroken words={lede.rest} />
          </span>
        </h1>
        {findings === undefined ? null : (
          <div className="flex flex-wrap items-end justify-between gap-x-4">
            {findings}
            {beside}
          </div>
        )}
        {cautions.length === 0 ? null : (
          <ul className="text-secondary text-text-muted">
            {cautions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </header>
      <PrintHeader
        filters={printedFilters(cases)}
        period={shownPeriodWords(cases.period, model.period).button}
        dataAsOfUs={model.newestUs}
        evaluators={model.evaluators}
        generatedUs={model.asOfUs}
      />
      {figures.length === 0 ? null : (
        <ul
          aria-label={findingPageWords.figures}
          className="grid divide-border rounded-card border border-border bg-panel roomy:grid-cols-2 roomy:divide-x wide:grid-cols-4 max-roomy:divide-y"
        >
          {figures.map((card) => (
            <FigureCard
              key={card.id}
              card={card}
              alertHref={saved.mayAlert ? watchHref({ metric: card.about.id }, cases) : null}
            />
          ))}
        </ul>
      )}
      {children}
      <p className="text-secondary text-text-faint">
        {findingPageWords.foot(foot, formatInstant(model.asOfUs, "minute"), displayZone())}
      </p>
    </>
  );
}

type FiltersProps = Pick<FindingPageProps, "model" | "cases" | "saved" | "controls">;

function Filters({ model, cases, saved, controls }: FiltersProps) {
  const { views, opened, actions, search } = saved;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex items-start gap-4 max-roomy:flex-col max-roomy:items-stretch max-roomy:gap-2">
        <FilterBar filters={model.filters} />
        <div className="ml-auto flex flex-none items-center gap-2 max-roomy:ml-0 print:hidden">
          {controls}
          <SavedViews
            views={views}
            actions={actions}
            search={search}
            suggestedName={suggestedViewName(cases)}
          />
        </div>
      </div>
      <DefaultViewNote views={views} opened={opened} search={search} />
    </div>
  );
}
