import type { WorkspaceName } from "@/lib/domain/workspace";
import type { SnapshotFacts } from "@/lib/analytics/ask/snapshot";
import { instantOf } from "@/lib/analytics/exports/export-case";
import type { PeriodDays } from "@/lib/analytics/filter/period";
import type { CasesPage } from "./answer-schema";

/** What every answer about some cases says of them. @param days null: of any day */
export function filterFacts(
  workspace: WorkspaceName,
  { asOfUs }: Pick<SnapshotFacts, "asOfUs">,
  days: PeriodDays | null,
): Pick<CasesPage, "as_of" | "workspace" | "period"> {
  const period = days === null ? null : { from: days.from, to: days.to };
  return { as_of: instantOf(asOfUs), workspace, period };
}
