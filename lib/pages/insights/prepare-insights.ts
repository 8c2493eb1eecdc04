import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { facetChoice, periodChoice, type FacetClause } from "@/lib/analytics/filter/filter-choices";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { WhatWorks } from "@/lib/analytics/insights/describe-findings";
import type { IssueCompared, WhatWorksFound } from "@/lib/analytics/insights/find-what-works";
import type { JudgedCases } from "@/lib/analytics/insights/read-outcomes";
import type { CountedTopics } from "@/lib/analytics/insights/topics/count-topics";
import { listHref } from "@/lib/analytics/words/overview-links";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import type { InsightsModel, IssueRow, StepCardModel } from "./insights-model";
import { issueWords, noStepWords, prepareLede } from "./prepare-lede";
import { prepareRecurring, type RecurringFacts } from "./prepare-recurring";
import { prepareTopics } from "./prepare-topics";
import { stepCard, stepWords } from "./step-words";
import { insightsHref } from "./url";

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

const sentence = [
  { name: "type", lead: "of", all: "all case types" },
  { name: "first", lead: "starting on", all: "any channel" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "team", lead: "served by", all: "all teams" },
] as const satisfies readonly FacetClause[];

/** Prepares the Insights page. */
export function prepareInsights(query: CasesQuery, facts: InsightsFacts): InsightsModel {
  const { counts, judged, found, topics, recurring, windowDays, period, ...rest } = facts;
  const compared = found.issues.filter(({ steps }) => steps > 0);
  return {
    ...rest,
    ...{ query, period },
    filters: [
      periodChoice(query, period, "Cases opened", insightsHref),
      ...sentence.map((clause) => facetChoice(query, counts, clause, insightsHref)),
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
            title: `${formatCounted(compared.length, "issue")} compared`,
            rows: compared.map((issue) => issueRow(query, issue, found.findings)),
          },
    cautions:
      query.period === "all"
        ? [
            "This covers cases of any time, other pages begin with the last 90 days: in so few days there are often too few similar cases to compare steps.",
          ]
        : [],
    terms: termsOf(judged),
  };
}

function cardOf(found: WhatWorks): StepCardModel {
  const { issue, step } = found;
  return stepCard(found, {
    key: `${issue} ${step.kind} ${step.names.join(" ")}`,
    title: `${issueWords(issue)}: ${stepWords(step, "in the first contact")}`,
    arms: ["With this step", "Without it"],
    where: "in the first contact",
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
    quick: `${formatCount(hits)}, within ${formatDuration(quickUs)}`,
    steps: formatCount(steps),
    result: found === 0 ? "No clear difference" : `${formatCounted(found, "step")} found`,
  };
}

function termsOf({ cases, judged }: JudgedCases): readonly string[] {
  const shown =
    cases.length < judged
      ? ` The newest ${formatCount(cases.length)} of ${formatCounted(judged, "case")} that can be judged are compared.`
      : "";
  return [
    "A topic: phrases that occur in the same cases. A case belongs to the topic whose cases use its phrases most; a case that shares no phrase has no topic.",
    "Growing or shrinking: the share of customers in touch about it has clearly changed, allowing for how many topics are compared.",
    `Quick and lasting: resolved with evidence, not reopened, and no slower than half of the resolved cases of its issue.${shown}`,
    "Like with like: cases are compared only with others of the same intent that started on the same channel and were served alike, by AI or people. Each customer counts once per issue.",
    "A step is shown only if chance alone would put any step on this page less than 1 time in 100. It need not be the cause: try it before you make it a rule.",
    "Customers’ first fixes are compared with first fixes, second ones with second ones, and so on.",
    "Steps of one person alone are left out: this is about how work is done, not about who does it.",
  ];
}
