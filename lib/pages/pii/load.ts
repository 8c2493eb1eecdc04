import "server-only";
import { countBy } from "@/lib/analytics/ask/count";
import type { EntityDimensions } from "@/lib/analytics/facets/dimension-groups";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { tallyPii } from "@/lib/analytics/pii/tally-pii";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { accuracy } from "@/lib/pages/quality/load-accuracy";
import type { PiiModel } from "./pii-model";
import { preparePii } from "./prepare-pii";
import type { PiiQuery } from "./url";

/**
 * Reads what the PII page shows.
 * @param nowUs the instant of all values, microseconds since 1970
 */
export async function loadPiiPage(
  seen: SeenWorkspace,
  query: PiiQuery,
  nowUs: number,
): Promise<PiiModel> {
  const { on, kindOf, place } = query;
  const facts = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    ...cases.about,
    counts: cases.facets(),
    caseCount: cases.selection().keys.length,
    tally: tallyPii(cases, { on, kindOf, place }),
    unreadCases: countBy(cases.cases(), "records", isUnread).get(true) ?? 0,
  }));
  const reader = await readerOrEmpty(seen.path);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const [canaries] = accuracy.pii_canaries?.sets ?? [];
  return preparePii(query, { ...facts, evaluators, canaries });
}

/** As the metric `pii_leaks` counts its unknown cases. */
function isUnread({ outcome, pii }: EntityDimensions["records"]): boolean {
  return outcome !== "duplicate" && pii === "unread";
}
