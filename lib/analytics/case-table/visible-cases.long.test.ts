import fc from "fast-check";
import { expect, it } from "vitest";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { runs } from "@/lib/testing/runs";
import {
  rounded,
  selected,
  sorted,
  stepUs,
  stretches,
  tableSteps,
  allFigures,
} from "@/lib/testing/cases/table-steps";
import { armOptions } from "../compare/arm-options";
import { sharedKinds } from "../compare/shared-kinds";
import { listedCases } from "../counts/case-set";
import { casesOpenedIn, type Stretch } from "../counts/cases-by-day";
import { countFacets, facetsOf } from "../facets/count-facets";
import { evaluatorOf } from "../facets/facet-groups";
import { noFacets } from "../facets/registry";
import { versionStarts } from "../prompts/version-starts";
import { openedByBucket } from "../select/opened-by-bucket";
import { selectCases, type CaseFilter } from "../select/select-cases";
import { createCaseTable, type CaseTable } from "./case-table";
import { createCaseOwners, noteOwners, visibleCases } from "./visible-cases";
import { valuesOf } from "./dictionary";

const scopes: fc.Arbitrary<Scope> = fc.record({
  regions: fc.subarray(["EU", "US", "none"]),
  teams: fc.subarray(["Care", "Loss"]),
});

/** Filters of which some leave most cases, some few, and one names evaluators that never scored. */
const chosen = fc.constantFrom<Partial<CaseFilter["facets"]>>(
  {},
  { channel: ["chat", "voice"] },
  { region: ["EU", ""] },
  { score: ["repeat_information:none"] },
  { outcome: ["in_progress", "closed_unproven"], team: ["Care"] },
);

/** What pages read of a table: with and without filters, listed and by day. */
function readTable(
  table: CaseTable,
  stretch: Stretch | null,
  facets: Partial<CaseFilter["facets"]>,
): unknown {
  const { keys } = selected(table, stretch);
  const filter = { facets: { ...noFacets, ...facets }, metric: null, matches: null };
  const filtered = selectCases(table, { ...filter, period: stretch });
  const byDay = casesOpenedIn(table, stretch);
  const listed = listedCases(table, filtered.keys);
  const startsUs = [0, 2, 7, 9].map((each) => (stretch?.fromUs ?? 0) + each * stepUs);
  const figures = {
    count: table.count,
    evaluators: [...table.evaluators].sort(),
    keys: [[...keys], [...filtered.keys], [...filtered.near]],
    facets: [sorted(countFacets(table, filtered)), sorted(facetsOf(byDay))],
    figures: [allFigures(byDay, [byDay], table.asOfUs), allFigures(listed, [listed], table.asOfUs)],
    opened: openedByBucket(table, filtered, startsUs),
    options: [armOptions(byDay, "prompt"), armOptions(byDay, "release")],
    shared: sharedKinds(table, keys, "release", ["r1", "r2"]),
    versions: versionStarts(table),
  };
  // By numbers of types and verdicts, of which the whole table has more.
  return inAnyOrder(rounded(figures, ["tally"]));
}

/** Groups are listed as their names came, which is another order where other cases came too. */
function inAnyOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, inAnyOrder(each)]),
    );
  }
  const list = value.map(inAnyOrder);
  const isOfGroups = list.every((each) => typeof each === "object" && !Array.isArray(each));
  return isOfGroups ? list.map((each) => JSON.stringify(each)).sort() : list;
}

it("equals a table of the visible cases alone, after any changes", () => {
  fc.assert(
    fc.property(
      ...([tableSteps, fc.array(stretches, { minLength: 1, maxLength: 3 }), chosen] as const),
      fc.uniqueArray(scopes, {
        minLength: 1,
        maxLength: 3,
        selector: (each) => JSON.stringify(each),
      }),
      (steps, some, facets, seen) => {
        const whole = createCaseTable();
        const owners = createCaseOwners();
        const tables = seen.map((scope) => ({
          scope,
          visible: visibleCases(whole, owners, scope),
          alone: createCaseTable(),
        }));
        for (const [at, step] of steps.entries()) {
          step(whole, (row) => {
            noteOwners(owners, [row]);
            return true;
          });
          const stretch = some[at % some.length] ?? null;
          for (const { scope, visible, alone } of tables) {
            step(alone, (row) => isInScope(scope, row));
            forgetEvaluators(alone);
            expect(readTable(visible, stretch, facets)).toEqual(readTable(alone, stretch, facets));
          }
          // The whole table is read as well, before and after.
          casesOpenedIn(whole, stretch);
        }
      },
    ),
    { numRuns: runs(32) },
  );
});

/** A whole table remembers evaluators that scored only cases which are gone; one of a scope does not. */
function forgetEvaluators({ evaluators, columns, dictionaries, end }: CaseTable): void {
  evaluators.clear();
  for (let key = 0; key < end; key += 1) {
    if (columns.flags[key] === 0) continue;
    const score = valuesOf(dictionaries.scores, "score", columns.scores[key] ?? 0);
    for (const value of score) evaluators.add(evaluatorOf(value));
  }
}
