import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { CohortDraw } from "@/lib/domain/gate/cohort-draw";
import type { CohortHealth } from "@/lib/domain/gate/cohort-health";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import type { Pagination } from "@/lib/format/address/paginate";
import { formatCounted } from "@/lib/format/format";
import { describeCohort, type StratumWords } from "@/lib/format/gate/describe-cohort";
import { describeDraw } from "@/lib/format/gate/describe-draw";
import { cohortItemView } from "./cohort-item-model";
import type { CohortModel } from "./cohort-model";

/** More case types than this are counted, not shown: a draw by intent, path and risk may have a hundred. */
const rowsMax = 25;

/** What a cohort's page shows. */
export type CohortFacts = {
  readonly name: string;
  readonly frozen: CohortModel["frozen"];
  readonly health: CohortHealth;
  /** Null: it was not drawn. */
  readonly draw: Omit<CohortDraw, "drawn" | "strata"> | null;
  /** Of the page that is shown. */
  readonly items: readonly CohortItem[];
  readonly pagination: Pagination;
};

/** Prepares a cohort's page. */
export function prepareCohort(facts: CohortFacts): CohortModel {
  const { name, frozen, health, draw, items, pagination } = facts;
  const { lede, warnings, certainty, strata } = describeCohort(health);
  return {
    ...{ name, frozen, lede, warnings, certainty, pagination },
    drawn: draw === null ? "" : describeDraw(draw),
    strata: strata.length === 0 ? null : strataTable(strata, health),
    items: items.map(cohortItemView),
  };
}

function strataTable(
  strata: readonly StratumWords[],
  { production, strata: own }: CohortHealth,
): PlainTable {
  const types = formatCounted(own.length, "case type");
  const left = strata.length - rowsMax;
  const more =
    left <= 0
      ? ""
      : ` ${formatCounted(left, "further case type")}, with the fewest cases, not shown.`;
  const compared =
    production === null
      ? null
      : { words: `Of the last ${formatCounted(production.days, "day")}`, isNumber: true };
  return {
    title: "Case types",
    subtitle: production === null ? types : `${types}, beside the cases of production`,
    columns: [
      { words: "Case type", isNumber: false },
      { words: "Cases", isNumber: true },
      { words: "Over two channels", isNumber: true, isWide: true },
      { words: "Of the cohort", isNumber: true, isWide: production !== null },
      ...(compared === null ? [] : [compared]),
    ],
    rows: strata.slice(0, rowsMax).map((each) => ({
      channel: null,
      words: each.isMissing ? `${each.stratum} (missing)` : each.stratum,
      cells: [
        { words: each.items },
        { words: each.crossChannel },
        { words: each.share },
        ...(compared === null ? [] : [{ words: each.production ?? "–" }]),
      ],
    })),
    note: `A policy sets the least share of a case type by its name.${more}`,
  };
}
