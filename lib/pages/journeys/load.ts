import "server-only";
import { readJourneys, switchedCases } from "@/lib/analytics/journeys/read-journeys";
import { readCaseId } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { JourneysModel } from "./journeys-model";
import { prepareJourneys } from "./prepare-journeys";
import type { JourneysQuery } from "./url";
import { areEndsKnown, readEndKnown } from "@/lib/analytics/outcomes/end-known";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { readAnnotationFacts } from "@/lib/analytics/load/annotation-facts";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

/**
 * Reads what the Journeys page shows.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadJourneysPage(
  seen: SeenWorkspace,
  query: JourneysQuery,
  nowUs: number,
): Promise<JourneysModel> {
  const { sample, versions, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) =>
    journeyFacts(cases, query),
  );
  const reader = await readerOrEmpty(seen.path);
  const ids = await Promise.all(sample.journeys.map(({ key }) => readCaseId(reader, key)));
  return prepareJourneys(query, {
    ...facts,
    // A case deleted meanwhile is left out.
    dotted: {
      sample: { ...sample, journeys: sample.journeys.filter((_journey, at) => ids[at] !== null) },
      caseIds: ids.filter((id) => id !== null),
      annotations: await readAnnotationFacts(reader, versions, { fromUs: 0, toUs: facts.asOfUs }),
    },
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
  });
}

function journeyFacts(cases: Snapshot, query: JourneysQuery) {
  const { period } = cases.about;
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  return {
    ...{ ...cases.about, ...readJourneys(cases, query) },
    isEndKnown: areEndsKnown(readEndKnown(cases)),
    counts: cases.facets(),
    before:
      earlier === null ? null : { switched: switchedCases(cases.over(earlier)), period: earlier },
    versions: { starts: cases.versionStarts(), zone: cases.timeZone },
  };
}
