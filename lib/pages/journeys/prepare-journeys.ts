import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { Journeys } from "@/lib/analytics/journeys/read-journeys";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { journeysHref, type JourneysQuery } from "./url";
import { prepareFilters } from "@/lib/analytics/filter/prepare-filters";
import { previousWords } from "@/lib/analytics/filter/previous-period";
import type { JourneysModel } from "./journeys-model";
import { prepareAdjusted } from "./prepare-adjusted";
import { prepareDotted, type DottedFacts } from "./prepare-dotted";
import { prepareFlow } from "./prepare-flow";
import { prepareMatrix } from "./prepare-matrix";
import { prepareVariants } from "./prepare-variants";
import { prepareJourneysLede } from "./prepare-lede";

/** The page's data. */
export type JourneysFacts = Omit<Journeys, "sample"> & {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly evaluators: readonly string[];
  readonly counts: FacetCounts;
  /** Cases with a contact, and with several channels, of the previous period; null: no comparison. */
  readonly before: { readonly switched: Proportion; readonly period: ShownPeriod } | null;
  readonly dotted: DottedFacts;
  readonly isWorkspaceEmpty: boolean;
  /** False: the data can't say how cases end, and no resolution is shown. */
  readonly isEndKnown: boolean;
};

/** Prepares the Journeys page. */
export function prepareJourneys(query: JourneysQuery, facts: JourneysFacts): JourneysModel {
  const { asOfUs, period, newestUs, evaluators, isWorkspaceEmpty, counts, before } = facts;
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    filters: prepareFilters(query, counts, period, (next) => journeysHref({ ...query, ...next })),
    lede: prepareJourneysLede({
      switched: facts.variants.switched,
      before: before === null ? null : before.switched,
      beforeWords: before === null ? "" : previousWords(before.period),
      changes: facts.isEndKnown ? facts.changes : null,
    }),
    matrix: prepareMatrix(
      facts.isEndKnown ? facts.moves : facts.moves.map((move) => ({ ...move, resolved: null })),
      query,
    ),
    flow: prepareFlow(facts.flow, query.cases, facts.isEndKnown),
    variants: prepareVariants(facts.variants, facts.isEndKnown ? facts.paths : null, query),
    adjusted: prepareAdjusted(query.cases, facts.contacts),
    dotted: prepareDotted(facts.dotted, query),
  };
}
