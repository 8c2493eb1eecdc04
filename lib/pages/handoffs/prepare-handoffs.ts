import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { handoffsHref, type HandoffsQuery } from "./url";
import { prepareFilters } from "@/lib/analytics/filter/prepare-filters";
import { previousWords } from "@/lib/analytics/filter/previous-period";
import type { HandoffsModel } from "./handoffs-model";
import { prepareKeptBy, prepareLostKinds } from "./prepare-breakdowns";
import { prepareNotes } from "./prepare-notes";
import type { HandoffCounts } from "@/lib/analytics/handoffs/handoff-figures";
import { prepareHandoffFigures } from "./prepare-handoff-figures";
import { preparePackets } from "./prepare-packets";
import { preparePairs } from "./prepare-pairs";
import { preparePromises, type ListedPromises } from "./prepare-promises";
import { prepareQuotes, type FoundQuotes } from "./prepare-quotes";
import { prepareHandoffsLede } from "./prepare-lede";

/** The page's data. */
export type HandoffsFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly evaluators: readonly string[];
  readonly errors: ErrorSources;
  readonly counts: FacetCounts;
  readonly now: HandoffCounts;
  /** Null: no comparison period. */
  readonly before: {
    readonly figures: HandoffCounts["figures"];
    readonly period: ShownPeriod;
  } | null;
  /** Contacts by channel and note action. */
  readonly notes: Uint32Array;
  readonly quotes: FoundQuotes;
  readonly listed: ListedPromises;
  readonly isWorkspaceEmpty: boolean;
};

/** Prepares the Handoffs page. */
export function prepareHandoffs(query: HandoffsQuery, facts: HandoffsFacts): HandoffsModel {
  const { asOfUs, period, newestUs, evaluators, isWorkspaceEmpty, now, before } = facts;
  const hrefOf = (next: Pick<HandoffsQuery, "cases" | "compare">) =>
    handoffsHref({ ...query, ...next, quote: 1, page: 1 });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    filters: prepareFilters(query, facts.counts, period, hrefOf),
    lede: prepareHandoffsLede(now.handoffs, now.promises.states.overdue),
    figures: prepareHandoffFigures({
      ...{ cases: query.cases, now, before: before?.figures ?? null, errors: facts.errors },
      beforeWords: before === null ? "" : previousWords(before.period),
    }),
    pairs: preparePairs(now.handoffs, query, facts.quotes.pair),
    quotes: prepareQuotes(facts.quotes, query),
    lostKinds: prepareLostKinds(now.handoffs),
    ...prepareKeptBy(now.handoffs, query.cases),
    packets: preparePackets(now.handoffs, query.cases),
    notes: prepareNotes(facts.notes, query.cases),
    promises: preparePromises(now.promises, facts.listed, query, asOfUs),
  };
}
