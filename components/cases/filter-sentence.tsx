"use client";

import type { CasesPageModel } from "@/lib/pages/cases/cases-page-model";
import { hasFilters, withoutFilters } from "@/lib/analytics/filter/cases-query";
import { facetEntry } from "@/lib/analytics/facets/registry";
import { filterClauses, type FilterClause } from "@/lib/analytics/words/filter-sentence";
import { MaskedText } from "../ui/masked-text";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { useCasesNavigation } from "./cases-navigation";
import { OutcomeMenu } from "./outcome-menu";
import { CasesPeriod } from "./cases-period";
import { QueryLink } from "./query-link";
import { SortMenu } from "./sort-menu";
import { filterSentence as words, page } from "@/lib/pages/cases/words/list";

type FilterSentenceProps = Pick<CasesPageModel, "period" | "facets">;

/** The filters as a sentence of menus and removable clauses. */
export function FilterSentence({ period, facets }: FilterSentenceProps) {
  const { query } = useCasesNavigation();
  const clauses = filterClauses(query);
  return (
    <div
      role="group"
      aria-label={words.label}
      className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-text-muted print:hidden"
    >
      {words.opened} <CasesPeriod period={period} />{" "}
      <span>{query.facets.outcome.length === 0 ? words.with : facetEntry("outcome").lead}</span>{" "}
      <OutcomeMenu facet={facets.outcome} />{" "}
      {clauses
        .filter(({ key }) => key !== "outcome")
        .flatMap((clause) => [<Clause key={clause.key} clause={clause} />, " "])}
      {words.sortedBy} <SortMenu />
      {hasFilters(query) ? (
        <QueryLink
          to={withoutFilters(query)}
          look="inline-flex min-h-6 items-center gap-1.5 rounded-control px-1.5 hover:bg-hover hover:text-text max-roomy:min-h-8"
        >
          {page.clearAll}{" "}
          <span className="max-roomy:hidden" aria-hidden="true">
            <Kbd label={page.escape} />
          </span>
        </QueryLink>
      ) : null}
    </div>
  );
}

function Clause({ clause: { lead, words: filter, without } }: { clause: FilterClause }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      {lead}{" "}
      <QueryLink
        to={without}
        label={words.remove(filter)}
        look="inline-flex min-h-6 min-w-0 items-center gap-1 rounded-control border border-border border-b-border-strong bg-panel px-2 text-text hover:bg-hover max-roomy:min-h-8"
      >
        <span className="truncate">
          <MaskedText text={filter} />
        </span>
        <span className="grid flex-none text-text-faint">
          <Icon name="fail" isBold />
        </span>
      </QueryLink>
    </span>
  );
}
