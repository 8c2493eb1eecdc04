"use client";

import { withoutFilters } from "@/lib/analytics/filter/cases-query";
import { periodWords } from "@/lib/analytics/words/facet-words";
import { filterClauses } from "@/lib/analytics/words/filter-sentence";
import type { MissingWord } from "@/lib/pages/cases/missing-words";
import { buttonClasses } from "../ui/button-classes";
import { Kbd } from "../ui/kbd";
import { NothingMatches } from "../ui/nothing-matches";
import { useCasesNavigation } from "./cases-navigation";
import { MissingWordsNote } from "./missing-words-note";
import { QueryLink } from "./query-link";
import { page } from "@/lib/pages/cases/words/list";

/** The empty case list: each filter with a link that removes it, and one that clears all. */
export function NoCaseMatches({ missing }: { missing: readonly MissingWord[] }) {
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
    <NothingMatches
      hint={<MissingWordsNote missing={missing} />}
      sentence={page.none}
      filters={[...filters, ...period]}
      removeLink={({ without }, { look, label, shown }) => (
        <QueryLink to={without} label={label} look={look}>
          {shown}
        </QueryLink>
      )}
      clearLink={
        <QueryLink to={withoutFilters(query)} look={buttonClasses.primary}>
          {page.clearAll} <Kbd label={page.escape} />
        </QueryLink>
      }
    />
  );
}
