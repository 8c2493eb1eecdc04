import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { facetChoice, periodChoice, type FacetClause } from "@/lib/analytics/filter/filter-choices";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { casesMin } from "@/lib/analytics/insights/compare-steps";
import type { Step } from "@/lib/analytics/insights/find-steps";
import type {
  IssueCompared,
  WhatWorks,
  WhatWorksFound,
} from "@/lib/analytics/insights/find-what-works";
import type { JudgedCases } from "@/lib/analytics/insights/read-outcomes";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { listHref } from "@/lib/analytics/words/overview-links";
import { messageAnchor } from "@/lib/format/anchors";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { pointsWords, rateBasis, rateWords } from "@/lib/format/share-words";
import { caseViewHref, pageOfMessage } from "@/lib/pages/case/url";
import type { InsightsModel, IssueRow, StepCardModel } from "./insights-model";
import { insightsHref } from "./url";

/** The page's data. */
export type InsightsFacts = Pick<
  InsightsModel,
  "asOfUs" | "period" | "newestUs" | "evaluators" | "isWorkspaceEmpty"
> & {
  readonly counts: FacetCounts;
  readonly judged: JudgedCases;
  readonly found: WhatWorksFound;
};

const sentence = [
  { name: "type", lead: "of", all: "all case types" },
  { name: "first", lead: "starting on", all: "any channel" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "team", lead: "served by", all: "all teams" },
] as const satisfies readonly FacetClause[];

/** Prepares the Insights page. */
export function prepareInsights(query: CasesQuery, facts: InsightsFacts): InsightsModel {
  const { counts, judged, found, period, ...rest } = facts;
  const compared = found.issues.filter(({ steps }) => steps > 0);
  return {
    ...rest,
    ...{ query, period },
    filters: [
      periodChoice(query, period, "Cases opened", insightsHref),
      ...sentence.map((clause) => facetChoice(query, counts, clause, insightsHref)),
    ],
    lede: ledeOf(judged, found, compared),
    cards: found.findings.map(cardOf),
    issues:
      compared.length === 0
        ? null
        : {
            title: `${formatCounted(compared.length, "issue")} compared`,
            rows: compared.map((issue) => issueRow(query, issue, found.findings)),
          },
    terms: termsOf(judged),
  };
}

function ledeOf(
  { of, judged, cases }: JudgedCases,
  { findings, issues }: WhatWorksFound,
  compared: readonly IssueCompared[],
): Lede {
  const [first] = findings;
  if (first !== undefined) {
    const { issue, step, difference } = first;
    return {
      lead: `${issueWords(issue)} cases are resolved faster, and stay resolved, ${stepClause(step)}:`,
      rest: `${rateOf(first.with)} against ${rateOf(first.without)} without it, ${pointsWords(difference)} like for like.`,
    };
  }
  if (of === 0) return { lead: "No cases match these filters.", rest: "" };
  if (issues.reduce((sum, { hits }) => sum + hits, 0) < casesMin) {
    return {
      lead: "These data can’t say what works yet:",
      rest: `${judged === 0 ? "none" : "too few"} of ${formatCounted(of, "case")} ${of === 1 ? "has" : "have"} evidence of being resolved. Send closing events, codes or ratings, and this page compares the steps that led there.`,
    };
  }
  if (compared.length === 0) {
    return {
      lead: "There are too few similar cases to compare.",
      rest: `A step is compared where at least ${formatCount(casesMin)} cases of an issue took it and as many did not; there are ${formatCounted(cases.length, "case")} over ${formatCounted(issues.length, "issue")}.`,
    };
  }
  return {
    lead: "No step clearly goes with faster resolutions.",
    rest: `Like for like, cases with and without each of ${formatCounted(stepsIn(compared), "step")} end alike, or too few show a difference.`,
  };
}

function stepsIn(compared: readonly IssueCompared[]): number {
  return compared.reduce((sum, { steps }) => sum + steps, 0);
}

function rateOf(share: WhatWorks["with"]): string {
  return `${formatCount(share.hits)} of ${formatCount(share.of)}`;
}

function cardOf(found: WhatWorks): StepCardModel {
  const { issue, step, alongside, teams, withTeam, quotes, difference } = found;
  const arm = (words: string, share: WhatWorks["with"]) => ({
    words,
    rate: rateWords(share),
    basis: rateBasis(share),
  });
  return {
    key: `${issue} ${step.kind} ${step.names.join(" ")}`,
    title: `${issueWords(issue)}: ${stepWords(step)}`,
    arms: [arm("With this step", found.with), arm("Without it", found.without)],
    difference: `${pointsWords(difference)}, like for like`,
    alongside: alongside.map(stepWords).join("; "),
    teams: teams
      .slice(0, 3)
      .map(({ team, cases }) => `${team} ${formatCount(cases)} of ${formatCount(withTeam)}`)
      .join(", "),
    quotes: quotes.map(({ words, caseId, message }) => ({
      ...{ words, caseId },
      href: `${caseViewHref(caseId, { page: pageOfMessage(message) })}#${messageAnchor(message)}`,
    })),
  };
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

function issueWords(issue: string): string {
  const words = facetValueWords("type", issue);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "reset_port called in the first contact". */
function stepWords({ kind, names }: Step): string {
  const [one = "", other = ""] = names;
  switch (kind) {
    case "call":
      return `${one} called in the first contact`;
    case "first-call":
      return `${one} is the first call`;
    case "order":
      return `${one} called before ${other}`;
    case "kept":
      return "first contact not passed on";
    case "words":
      return `“${one} … ${other}” said early`;
  }
}

function stepClause({ kind, names }: Step): string {
  const [one = "", other = ""] = names;
  switch (kind) {
    case "call":
      return `when ${one} is called in the first contact`;
    case "first-call":
      return `when ${one} is the first call`;
    case "order":
      return `when ${one} is called before ${other}`;
    case "kept":
      return "when the first contact is not passed on";
    case "words":
      return `when the agent says “${one} … ${other}” early`;
  }
}

function termsOf({ cases, judged }: JudgedCases): readonly string[] {
  const shown =
    cases.length < judged
      ? ` The newest ${formatCount(cases.length)} of ${formatCounted(judged, "case")} that can be judged are compared.`
      : "";
  return [
    `Quick and lasting: resolved with evidence, not reopened, and no slower than half of the resolved cases of its issue.${shown}`,
    "Like for like: cases are compared only with others of the same intent that started on the same channel and were served alike, by AI or people. Each customer counts once per issue.",
    "A step is shown only where chance alone would show any step at all on this page in fewer than 1 of 100 tries. It goes with the result; try it before you make it a rule.",
    "Steps of one person alone are left out: this is about how work is done, not about who does it.",
  ];
}
