import "server-only";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { findWhatWorks } from "@/lib/analytics/insights/find-what-works";
import { readOutcomes } from "@/lib/analytics/insights/read-outcomes";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { seededBelow } from "@/lib/stats/seeded-below";
import { readFirstContacts } from "@/lib/store/cases/read-first-contacts";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { InsightsModel } from "./insights-model";
import { prepareInsights } from "./prepare-insights";

/** The most cases whose messages are read: of 20 messages each, about a second. */
const casesMost = 2_000;
/** Equal data give equal pages. */
const seed = 72;

/**
 * Reads what the Insights page shows.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadInsightsPage(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): Promise<InsightsModel> {
  const facts = await readSnapshot(seen, query, nowUs, (cases) => ({
    ...cases.about,
    counts: cases.facets(),
    judged: readOutcomes(cases, casesMost),
  }));
  const { cases } = facts.judged;
  const reader = await readerOrEmpty(seen.path);
  const keys = cases.map(({ key }) => key);
  const contacts = await readFirstContacts(reader, keys);
  return prepareInsights(query, {
    ...facts,
    found: findWhatWorks(cases, contacts, seededBelow(seed)),
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}
