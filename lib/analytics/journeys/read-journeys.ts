import { outcomes } from "@/lib/domain/case/outcome";
import { outcomesByUrgency } from "@/lib/format/wording";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { breakdownOnce } from "../ask/breakdown";
import type { FilteredCases } from "../ask/filtered-cases";
import type { GroupRates } from "../ask/group-rates";
import type { Snapshot } from "../ask/snapshot";
import { moveRates, type MoveRates } from "./move-rates";
import { readCaseContacts, type CaseContacts } from "../outcomes/compare-contacts";
import { sampleJourneys, type JourneyOrder, type JourneySample } from "./sample-journeys";
import { tallyFlow, type Flow } from "./tally-flow";
import { tallyMoves, type Move, type Starter } from "./tally-moves";
import { tallyVariants, type Variants } from "./tally-variants";

/** Paths of some cases, and outcomes by path. */
export type Journeys = {
  readonly moves: readonly Move[];
  readonly flow: Flow;
  readonly variants: Variants;
  /** Contacts by case type and first channel. */
  readonly contacts: CaseContacts;
  readonly sample: JourneySample;
  /** Outcomes by path, and by change of channel. */
  readonly paths: GroupRates;
  readonly changes: MoveRates;
};

const variantsMax = 12;
const foldBelow = 0.02;
const rowsMax = 80;
const ranks = outcomes.map((outcome) => outcomesByUrgency.indexOf(outcome));

/**
 * Computes them.
 * @param starter whose moves are counted @param order of the journeys that are drawn
 */
export function readJourneys(
  cases: Snapshot,
  { starter, order }: { readonly starter: Starter; readonly order: JourneyOrder },
): Journeys {
  const { table, once } = cases;
  const { keys } = cases.selection();
  return {
    ...{ moves: movesOf(cases, starter), paths: pathsOf(cases), variants: variantsOf(cases) },
    contacts: readCaseContacts(cases),
    flow: once("flow", () => tallyFlow(table, keys, foldBelow)),
    changes: changesOfChannel(cases, starter),
    sample: sampleJourneys(table, keys, order, { most: rowsMax, ranks }),
  };
}

/** Resolution by change of channel. */
export function changesOfChannel(cases: Snapshot, starter: Starter = "all"): MoveRates {
  return cases.once(`changes by ${starter}`, () =>
    moveRates(cases.cases(), movesOf(cases, starter), starter, pathsOf(cases).all),
  );
}

function movesOf(cases: Snapshot, starter: Starter): readonly Move[] {
  const { table, once, selection } = cases;
  return once(`moves by ${starter}`, () => tallyMoves(table, selection().keys, starter));
}

function pathsOf(cases: Snapshot): GroupRates {
  return breakdownOnce(cases, { metric: "case_resolution_rate", facet: "path" });
}

/** Cases with a contact, and those of them on more than one channel. */
export function switchedCases(cases: FilteredCases): Proportion {
  return variantsOf(cases).switched;
}

function variantsOf({ once, listed }: FilteredCases): Variants {
  return once("variants", () => {
    const { table, places } = listed();
    return tallyVariants(table, places("cases"), variantsMax);
  });
}
