import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { facetChoice, periodChoice } from "@/lib/analytics/filter/filter-choices";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { WhatWorks } from "@/lib/analytics/insights/describe-findings";
import type { IssueCompared, WhatWorksFound } from "@/lib/analytics/insights/find-what-works";
import type { JudgedCases } from "@/lib/analytics/insights/read-outcomes";
import type { CountedTopics } from "@/lib/analytics/insights/topics/count-topics";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCount, formatDuration } from "@/lib/format/format";
import type { InsightsModel, IssueRow, StepCardModel } from "./insights-model";
import { issueWords, noStepWords, prepareLede } from "./prepare-lede";
import { prepareRecurring, type RecurringFacts } from "./prepare-recurring";
import { prepareTopics } from "./prepare-topics";
import { stepCard } from "./prepare-step";
import { insightsHref } from "./url";
import * as words from "./words/page";
import { stepCardWords, stepWords } from "./words/steps";

/** The page's data. */
export type InsightsFacts = Pick<
  InsightsModel,
  "asOfUs" | "period" | "newestUs" | "evaluators" | "isWorkspaceEmpty"
> & {
  readonly counts: FacetCounts;
  readonly judged: JudgedCases;
  readonly found: WhatWorksFound;
  readonly topics: CountedTopics;
  readonly recurring: readonly RecurringFacts[];
  /** Days within which another case counts as a return. */
  readonly windowDays: number;
};

/** Prepares the Insights page. */
export function prepareInsights(query: CasesQuery, facts: InsightsFacts): InsightsModel {
  const { counts, judged, found, topics, recurring, windowDays, period, ...rest } = facts;
  const compared = found.issues.filter(({ steps }) => steps > 0);
  return {
    ...rest,
    ...{ query, period },
    filters: [
      periodChoice(query, period, words.page.period, insightsHref),
      ...words.filterClauses.map((clause) => facetChoice(query, counts, clause, insightsHref)),
    ],
    lede: prepareLede(facts),
    recurring: prepareRecurring(query, recurring, windowDays),
    ...prepareTopics(query, topics),
    cards: found.findings.map(cardOf),
    noStep: found.findings.length > 0 ? "" : noStepWords(judged, found),
    issues:
      compared.length === 0
        ? null
        : {
            title: words.issuesCompared(compared.length),
            rows: compared.map((issue) => issueRow(query, issue, found.findings)),
          },
    cautions: query.period === "all" ? [words.page.anyTime] : [],
    terms: termsOf(judged),
  };
}

function cardOf(found: WhatWorks): StepCardModel {
  const { issue, step } = found;
  return stepCard(found, {
    key: `${issue} ${step.kind} ${step.names.join(" ")}`,
    title: `${issueWords(issue)}: ${stepWords(step, "first")}`,
    arms: [stepCardWords.with, stepCardWords.without],
    contact: "first",
  });
}

function issueRow(
  query: CasesQuery,
  { issue, cases, hits, quickUs, steps }: IssueCompared,
  findings: readonly WhatWorks[],
): IssueRow {
  const found = findings.filter((each) => each.issue === issue).length;
  return {
    issue: issueWords(issue),
    href: listHref(query, { facets: { type: [issue] } }),
    cases: formatCount(cases),
    quick: words.quickCases(hits, formatDuration(quickUs)),
    steps: formatCount(steps),
    result: found === 0 ? words.issueTable.noDifference : words.stepsFound(found),
  };
}

function termsOf({ cases, judged }: JudgedCases): readonly string[] {
  const { topic, growth, quick, alike, chance, order, people } = words.terms;
  const compared = cases.length < judged ? [words.newestCompared(cases.length, judged)] : [];
  return [topic, growth, [quick, ...compared].join(" "), alike, chance, order, people];
}
