import { outcomes } from "@/lib/domain/case/outcome";
import type { CaseOrder } from "../select/sort-cases";
import { outcomeSql } from "./case-group-sql";
import type { DimensionContext } from "./group-sql";

/** SQL after ORDER BY: unknown values come last, equal cases in order of storage. */
export function orderSql(
  { by, direction, outcomes: ranked }: Pick<CaseOrder, "by" | "direction" | "outcomes">,
  context: Pick<DimensionContext, "asOfUs">,
): string {
  // The worst score comes first in ascending order.
  const isTurned = by === "worst_score";
  const way = (direction === "asc") === isTurned ? "DESC" : "ASC";
  return `${valueSql(by, ranked, context)} ${way} NULLS LAST, c.key`;
}

function valueSql(
  by: CaseOrder["by"],
  ranked: CaseOrder["outcomes"],
  context: Pick<DimensionContext, "asOfUs">,
): string {
  switch (by) {
    case "last_contact":
      return "c.last_contact_us";
    case "opened":
      return "c.opened_us";
    case "handoffs":
      return "c.kept_share";
    case "touchpoints":
    case "messages":
    case "csat":
    case "risk":
      return `c.${by}`;
    case "case":
      return "c.case_id";
    case "type":
      return "c.kind";
    case "worst_score":
      return "c.badness";
    case "outcome": {
      const ranks = outcomes.map(
        (name, at) => `WHEN ${String(at)} THEN ${String(ranked.indexOf(name))}`,
      );
      return `CASE ${outcomeSql(context)} ${ranks.join(" ")} END`;
    }
  }
}
