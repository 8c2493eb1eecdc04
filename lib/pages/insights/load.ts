import "server-only";
import { selectionMask } from "@/lib/analytics/ask/selection-mask";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { findWhatWorks } from "@/lib/analytics/insights/find-what-works";
import { readOutcomes } from "@/lib/analytics/insights/read-outcomes";
import { findFixes, type Fix } from "@/lib/analytics/insights/returns/find-fixes";
import { findRecurring, findWhatHeld } from "@/lib/analytics/insights/returns/find-recurring";
import { countTopics } from "@/lib/analytics/insights/topics/count-topics";
import type { Topics } from "@/lib/analytics/insights/topics/find-topics";
import { readShownSettings } from "@/lib/analytics/load/display-zone";
import { readInsightFacts } from "@/lib/analytics/load/insight-cases";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { seededBelow } from "@/lib/stats/seeded-below";
import { readContacts, readFirstContacts } from "@/lib/store/cases/read-contacts";
import { readFirstWords } from "@/lib/store/cases/read-first-words";
import type { Database } from "@/lib/store/port";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { InsightsModel } from "./insights-model";
import { prepareInsights, type InsightsFacts } from "./prepare-insights";
import type { RecurringFacts } from "./prepare-recurring";

/** The most cases, or contacts, whose messages are read: of 20 messages each, about a second. */
const readMost = 2_000;
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
  const { topics, endings } = await readInsightFacts(seen, nowUs);
  const { fixes, ...facts } = await readSnapshot(seen, query, nowUs, (cases) => {
    const selected = selectionMask(cases);
    const all = findFixes(endings, (key) => topics.ofCase.get(key), cases.about.asOfUs);
    return {
      ...cases.about,
      counts: cases.facets(),
      judged: readOutcomes(cases, readMost),
      topics: countTopics(cases, topics),
      fixes: all.filter(({ key }) => selected[key] === 1),
    };
  });
  const { cases } = facts.judged;
  const reader = await readerOrEmpty(seen.path);
  const compared = await compareOnce(topics, JSON.stringify([cases, fixes]), async () => {
    const keys = cases.map(({ key }) => key);
    return {
      found: findWhatWorks(cases, await readFirstContacts(reader, keys), seededBelow(seed)),
      recurring: await readRecurring(reader, fixes, topics),
    };
  });
  return prepareInsights(query, {
    ...facts,
    ...compared,
    windowDays: (await readShownSettings(reader)).repeatWindowDays,
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}

type Compared = Pick<InsightsFacts, "found" | "recurring">;

/** The last comparisons, by the topics of a version of the data, which are others once a case changes. */
const known = new WeakMap<Topics, Map<string, Promise<Compared>>>();
const knownMost = 4;

/** Compares steps once for equal cases and outcomes. @param name of these */
function compareOnce(
  topics: Topics,
  name: string,
  compare: () => Promise<Compared>,
): Promise<Compared> {
  const results = known.get(topics) ?? new Map<string, Promise<Compared>>();
  const result = results.get(name) ?? compare();
  results.delete(name);
  results.set(name, result);
  const [oldest] = results.keys();
  if (results.size > knownMost && oldest !== undefined) results.delete(oldest);
  known.set(topics, results);
  return result;
}

/** What came back, with the steps after which it held and the words of an example. */
async function readRecurring(
  reader: Database,
  fixes: readonly Fix[],
  { topics }: Topics,
): Promise<readonly RecurringFacts[]> {
  const recurring = findRecurring(fixes);
  const matters = new Set(recurring.map(({ matter }) => matter));
  const compared = fixes.filter(({ matter }) => matters.has(matter)).slice(-readMost);
  const held = findWhatHeld(compared, await readContacts(reader, compared), seededBelow(seed));
  const examples = recurring.flatMap(({ example }) => example ?? []);
  const first = await readFirstWords(reader, examples);
  const back = await readFirstWords(
    reader,
    examples.map((fix) => fix.back?.contact ?? fix),
  );
  return recurring.flatMap((each) => {
    const topic = topics[each.matter];
    const at = each.example === null ? -1 : examples.indexOf(each.example);
    if (topic === undefined) return [];
    return [
      {
        ...{ ...each, topic, first: first[at] ?? null, back: back[at] ?? null },
        held: held.filter(({ issue }) => issue === String(each.matter)),
      },
    ];
  });
}
