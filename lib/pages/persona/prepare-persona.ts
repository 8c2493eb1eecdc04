import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { PersonaContract } from "@/lib/domain/settings/persona-contract";
import { openAlarms } from "@/lib/analytics/persona/open-alarms";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { DriftFigures } from "@/lib/analytics/persona/drift-figures";
import type { ChannelGap } from "@/lib/analytics/persona/gaps";
import type { ChannelLevel } from "@/lib/analytics/persona/level-figures";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { prepareCaseFilters } from "@/lib/analytics/filter/prepare-filters";
import { prepareMarkers, type AnnotationFacts } from "@/lib/analytics/annotations/time-markers";
import { personaHref, type PersonaQuery } from "./url";
import type { PersonaModel } from "./persona-model";
import { prepareContract, type Approval } from "./prepare-contract";
import { prepareDrift, shownAttribute } from "./prepare-drift";
import { prepareGaps, type FarSource } from "./prepare-gaps";
import { prepareLevels } from "./prepare-levels";
import { prepareLineage, type EditAcross } from "./prepare-lineage";
import { preparePersonaLede } from "./prepare-lede";
import { filtersShown } from "./words/page";

/** The page's data. */
export type PersonaFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly counts: FacetCounts;
  readonly evaluators: readonly string[];
  readonly contract: PersonaContract;
  readonly approvals: readonly Approval[];
  readonly drifts: DriftFigures;
  readonly levels: readonly ChannelLevel[];
  readonly gaps: readonly ChannelGap[];
  readonly far: readonly FarSource[];
  readonly annotations: AnnotationFacts;
  /** The latest edit of a shared template; null: none. */
  readonly across: EditAcross | null;
  /** Of alarms, the latest first. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
  readonly isWorkspaceEmpty: boolean;
};

/** Prepares the Persona page. */
export function preparePersona(query: PersonaQuery, facts: PersonaFacts): PersonaModel {
  const { asOfUs, period, newestUs, counts, evaluators, contract, levels } = facts;
  const terms = contract.approval === null ? null : contract.terms;
  // Only prompt changes matter here, not other releases.
  const starts = facts.annotations.starts.filter(({ kind }) => kind === "prompt");
  const markers = prepareMarkers({ ...facts.annotations, starts }, facts.drifts);
  const alarms = {
    acknowledgements: facts.acknowledgements,
    contract: contract.approval === null ? null : contract.version,
    names: facts.names,
  };
  const drifts = openAlarms(facts.drifts, alarms);
  const hrefOf = (cases: PersonaQuery["cases"]) => personaHref({ ...query, cases });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty: facts.isWorkspaceEmpty },
    // Those that concern contacts, and any other that is set.
    filters: prepareCaseFilters(query.cases, counts, period, hrefOf).filter(
      ({ name, shown }) => filtersShown.includes(name) || name !== shown,
    ),
    markers,
    lede: preparePersonaLede(drifts, contract.approval !== null),
    drift: prepareDrift(query, drifts, { markers, alarms }),
    levels: prepareLevels(query, levels, terms),
    gaps: prepareGaps(facts.gaps, facts.far, shownAttribute(query, drifts)),
    lineage: prepareLineage(drifts.lineage, { cases: query.cases, across: facts.across }, drifts),
    contract: prepareContract({ ...facts, lineage: drifts.lineage, asOfUs: drifts.toUs }),
  };
}
