import type { ScoreBasis } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import type { CasesQuery } from "../filter/cases-query";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import type { ChildListQuery } from "../filter/child-list-query";

const soleScore = [{ evaluator: "conversation_resolution", of: "contact" }] as const;

/** The scores that a list shows of contacts: those its metric goes by, else whether each looks resolved. */
export function contactScoresInQuery({
  thing,
  metric,
}: Pick<ChildListQuery, "thing" | "metric">): readonly ScoreBasis[] {
  if (thing !== "contacts") return [];
  const scores = metric === null ? null : findMetric(metric.id)?.restsOn?.scores;
  return scores ?? soleScore;
}

const ofWords = {
  ...{ worst: ", worst", last: ", last contact" },
  ...{ contact: "", answer: ", worst answer" },
} as const;

/** The scores that a list of cases goes by: those of its metric, and those that its filter of scores names. */
export function scoresInQuery({
  metric,
  facets,
}: Pick<CasesQuery, "metric" | "facets">): readonly ScoreBasis[] {
  const ofMetric = metric === null ? [] : (findMetric(metric.id)?.restsOn?.scores ?? []);
  const named = new Set(facets.score.map((value) => value.slice(0, value.lastIndexOf(":"))));
  const others = [...named].filter(
    (name) => !ofMetric.some(({ evaluator, of }) => evaluator === name && of === "worst"),
  );
  return [...ofMetric, ...others.map((evaluator) => ({ evaluator, of: "worst" as const }))];
}

/** How the column of one is headed: "Asked again, worst", "Contact resolved, last contact", "Agent polite". */
export function scoreColumnTitle({ evaluator, of }: ScoreBasis): string {
  return `${evaluatorName(evaluator)}${ofWords[of]}`;
}
