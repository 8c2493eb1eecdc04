"use client";

import { withoutFilters } from "@/lib/analytics/filter/cases-query";
import { periodWords } from "@/lib/analytics/words/facet-words";
import { filterClauses } from "@/lib/analytics/words/filter-sentence";
import { buttonClasses } from "../ui/button-classes";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { MaskedText } from "../ui/masked-text";
import { useCasesNavigation } from "./cases-navigation";
import { QueryLink } from "./query-link";

/** The list when its filters leave nothing: each of them, to be taken away alone or all together. */
export function NoCaseMatches() {
  const { query } = useCasesNavigation();
  const filters = filterClauses(query).map(({ key, words, without }) => ({ key, words, without }));
  const period =
    query.period === "all"
      ? []
      : [
          {
            key: "period",
            words: periodWords(query.period),
            without: { ...query, period: "all" as const, page: 1 },
          },
        ];
  return (
    <EmptyState title="Nothing is left">
      <p className="text-text-muted">These filters together leave every case out:</p>
      <ul className="flex flex-wrap items-center gap-1.5" aria-label="Filters in force">
        {[...filters, ...period].map(({ key, words, without }) => (
          <li key={key} className="min-w-0">
            <QueryLink
              to={without}
              label={`Remove the filter ${words}`}
              look={`${buttonClasses.default} max-w-full`}
            >
              <span className="truncate">
                <MaskedText text={words} />
              </span>
              <Icon name="fail" isBold />
            </QueryLink>
          </li>
        ))}
        <li>
          <QueryLink to={withoutFilters(query)} look={buttonClasses.primary}>
            Clear all <Kbd label="Esc" />
          </QueryLink>
        </li>
      </ul>
    </EmptyState>
  );
}
