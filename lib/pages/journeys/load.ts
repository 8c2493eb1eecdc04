import "server-only";
import { outcomes } from "@/lib/domain/case/outcome";
import { createCaseTable, type CaseTable } from "@/lib/analytics/case-table/case-table";
import { countFacets } from "@/lib/analytics/facets/count-facets";
import { selectCases, type Selection } from "@/lib/analytics/select/select-cases";
import { listedCases, type CaseSet } from "@/lib/analytics/counts/case-set";
import type { GroupRates } from "@/lib/analytics/counts/group-rates";
import { moveRates, type MoveRates } from "./move-rates";
import { sampleJourneys } from "./sample-journeys";
import { tallyFlow, type Flow } from "./tally-flow";
import { tallyMoves, type Move, type Starter } from "./tally-moves";
import { tallyVariants, type Variants } from "./tally-variants";
import { breakdown } from "@/lib/analytics/ask/breakdown";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { JourneysModel } from "./journeys-model";
import { prepareJourneys } from "./prepare-journeys";
import type { JourneysQuery } from "./url";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import { outcomesByUrgency } from "@/lib/format/wording";
import { noMarks } from "@/lib/analytics/annotations/time-markers";
import { findCases } from "@/lib/analytics/load/find-cases";
import { readMarkFacts } from "@/lib/analytics/load/mark-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** What is counted of a selection; it is another one as soon as a case or an outcome changes. */
type Tallies = {
  flow?: Flow;
  variants?: Variants;
  paths?: GroupRates;
  readonly moves: Map<Starter, readonly Move[]>;
  readonly changes: Map<Starter, MoveRates>;
};
const remembered = new WeakMap<Selection, Tallies>();

const variantsMax = 12;
const foldBelow = 0.02;
const rowsMax = 80;
const ranks = outcomes.map((outcome) => outcomesByUrgency.indexOf(outcome));

/**
 * Reads what the Journeys page shows.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadJourneysPage(
  { path, scope }: SeenWorkspace,
  query: JourneysQuery,
  asOfUs: number,
): Promise<JourneysModel> {
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, period } = found;
  const selection = found.selection();
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  const counted = {
    ...countJourneys(table, selection, query),
    ...ratesOf(found.cases(), selection, query),
    counts: found.facets(),
    before:
      earlier === null
        ? null
        : {
            switched: variantsOf(table, found.over(earlier).selection()).switched,
            period: earlier,
          },
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const marks = await readMarkFacts(reader, found, { fromUs: 0, toUs: asOfUs });
  const { sample } = counted;
  const ids = await Promise.all(sample.journeys.map(({ key }) => readCaseId(reader, key)));
  return prepareJourneys(query, {
    ...counted,
    ...{ asOfUs, period, newestUs: found.extent?.newestUs ?? null },
    // One that is gone meanwhile is left out.
    dotted: {
      sample: { ...sample, journeys: sample.journeys.filter((_journey, at) => ids[at] !== null) },
      caseIds: ids.filter((id) => id !== null),
      marks,
    },
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}

function countJourneys(table: CaseTable, selection: Selection, { starter, order }: JourneysQuery) {
  const tallies = talliesOf(selection);
  const { keys } = selection;
  const moves = movesOf(table, selection, starter);
  const flow = (tallies.flow ??= tallyFlow(table, keys, foldBelow));
  const variants = variantsOf(table, selection);
  return {
    moves,
    flow,
    variants,
    sample: sampleJourneys(table, keys, order, { most: rowsMax, ranks }),
  };
}

/** How cases end by path and by change of channel. @param cases those of the selection */
function ratesOf(cases: CaseSet, selection: Selection, { starter }: JourneysQuery) {
  const tallies = talliesOf(selection);
  const moves = movesOf(cases.table, selection, starter);
  const paths = (tallies.paths ??= breakdown(cases, {
    metric: "case_resolution_rate",
    facet: "path",
  }));
  const changes = tallies.changes.get(starter) ?? moveRates(cases, moves, starter, paths.all);
  tallies.changes.set(starter, changes);
  return { changes, paths };
}

function movesOf(table: CaseTable, selection: Selection, starter: Starter): readonly Move[] {
  const { moves } = talliesOf(selection);
  const known = moves.get(starter) ?? tallyMoves(table, selection.keys, starter);
  moves.set(starter, known);
  return known;
}

function variantsOf(table: CaseTable, selection: Selection): Variants {
  return (talliesOf(selection).variants ??= tallyVariants(table, selection.keys, variantsMax));
}

function talliesOf(selection: Selection): Tallies {
  const known = remembered.get(selection) ?? {
    moves: new Map<Starter, readonly Move[]>(),
    changes: new Map<Starter, MoveRates>(),
  };
  remembered.set(selection, known);
  return known;
}

function emptyPage(query: JourneysQuery, asOfUs: number): JourneysModel {
  const table = createCaseTable();
  const { facets, metric } = query.cases;
  const selection = selectCases(table, { facets, metric, period: null, matches: null });
  const { sample, ...counted } = countJourneys(table, selection, query);
  return prepareJourneys(query, {
    ...counted,
    ...ratesOf(listedCases(table, selection.keys), selection, query),
    ...{ asOfUs, period: null, newestUs: null, evaluators: [], before: null },
    counts: countFacets(table, selection),
    dotted: { sample, caseIds: [], marks: noMarks },
    isWorkspaceEmpty: true,
  });
}
