import type { ScoreBasis } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import type { CasesQuery } from "../filter/cases-query";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import type { ChildListQuery } from "../filter/child-list-query";

const soleScore = [{ evaluator: "conversation_resolution", of: "contact" }] as const;

/** The score columns of a list of contacts: those of its metric, else conversation_resolution. */
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

/** The score columns of a list of cases: those of its metric, and those of its filter of scores. */
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
