import "server-only";
import { breakdownOnce } from "@/lib/analytics/ask/breakdown";
import { readComparison } from "@/lib/analytics/compare/read-comparison";
import { readEndKnown } from "@/lib/analytics/outcomes/end-known";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { CompareModel } from "./compare-model";
import { readTexts } from "./load-prompt-texts";
import { prepareCompare } from "./prepare-compare";
import { byRelease } from "./prepare-releases";
import type { CompareQuery } from "./url";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads what the Compare page shows.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 * @param halfOfName as masking writes it; null: the viewer may not read words
 */
export async function loadComparePage(
  seen: SeenWorkspace,
  query: CompareQuery,
  nowUs: number,
  halfOfName: HalfOfName | null,
): Promise<CompareModel> {
  const reader = await readerOrEmpty(seen.path);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const facts = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    ...{ ...cases.about, counts: cases.facets() },
    ...readComparison(cases, query),
    known: readEndKnown(cases),
    released: breakdownOnce(cases, byRelease),
  }));
  const texts = halfOfName === null ? null : await readTexts(reader, query, facts, halfOfName);
  return prepareCompare(query, { ...facts, evaluators, texts });
}
