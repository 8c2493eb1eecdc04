import type { FacetClause } from "@/lib/analytics/filter/filter-choices";
import { formatCount, formatCounted } from "@/lib/format/format";

export const page = {
  title: "Insights",
  willList:
    "This page will show what came back after it was called resolved, what cases are about in the customers’ words, and what works: the steps and words that go with quick, lasting resolutions.",
  foot: "Every quote opens the case that it is from.",
  period: "Cases opened",
  fasterResolvers: "What faster resolvers do",
  termsTitle: "How this is found and compared",
  anyTime:
    "This covers cases of any time; other pages begin with the last 90 days, which often have too few similar cases to compare steps.",
} as const;

/** The sentence of filters. */
export const filterClauses = [
  { name: "type", lead: "of", all: "all case types" },
  { name: "first", lead: "starting on", all: "any channel" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "team", lead: "served by", all: "all teams" },
] as const satisfies readonly FacetClause[];

export const lede = { noCases: "No cases match these filters." } as const;

/** @param topic quoted */
export function comesBackMost(topic: string): string {
  return `${topic} comes back most:`;
}

/** @param hits of `of` customers @param after "4 d 2 h" */
export function inTouchAgain(hits: number, of: number, after: string): string {
  return `after it was called resolved, ${formatCount(hits)} of ${formatCounted(of, "customer")} were in touch about it again, half of them within ${after}.`;
}

/** @param step "Calling reset_port in the last contact" @param topic quoted */
export function goesWithHolding(step: string, topic: string): string {
  return `${step} goes with ${topic} not coming back:`;
}

/** @param held "15 of 15" @param without "3 of 14" */
export function heldAgainst(held: string, without: string): string {
  return `${held} held, ${without} without it.`;
}

/** @param step "Calling reset_port in the first contact" @param issue "outage" */
export function goesWithFaster(step: string, issue: string): string {
  return `${step} goes with faster, lasting resolutions of ${issue} cases:`;
}

/** @param hits "15 of 15" @param without "3 of 14" @param difference "+69 points" */
export function againstWithout(hits: string, without: string, difference: string): string {
  return `${hits} against ${without} without it, ${difference}.`;
}

/** @param topic quoted @param change "growing" */
export function topicIs(topic: string, change: string): string {
  return `${topic} is ${change}:`;
}

/** @param recent "15 of 80" @param before "3 of 240" */
export function customersLately(recent: string, before: string): string {
  return `${recent} customers in the last four weeks, ${before} in the twelve before.`;
}

/** @param isNone whether none of them has evidence */
export function cantSayYet(of: number, isNone: boolean): string {
  return `These data can’t say what works yet: ${isNone ? "none" : "too few"} of ${formatCounted(of, "case")} ${of === 1 ? "has" : "have"} evidence of being resolved. Send closing events, codes or ratings, and this page compares the steps that led there.`;
}

/** @param least cases on each side of a comparison */
export function tooFewSimilar(least: number, cases: number, issues: number): string {
  return `There are too few similar cases to compare: a step is compared where at least ${formatCount(least)} cases of an issue took it and as many did not; there are ${formatCounted(cases, "case")} over ${formatCounted(issues, "issue")}.`;
}

export function noClearStep(steps: number): string {
  return `No step clearly goes with faster resolutions: with and without each of ${formatCounted(steps, "step")}, similar cases end the same, or there are too few to tell.`;
}

export const issueTable = {
  subtitle: "Each customer once per issue",
  region: "Issues compared",
  columns: {
    issue: "Issue",
    customers: "Customers",
    quick: "Resolved quickly",
    steps: "Steps compared",
    result: "Result",
  },
  noDifference: "No clear difference",
} as const;

export function issuesCompared(count: number): string {
  return `${formatCounted(count, "issue")} compared`;
}

/** @param within "4 h" */
export function quickCases(hits: number, within: string): string {
  return `${formatCount(hits)}, within ${within}`;
}

export function stepsFound(count: number): string {
  return `${formatCounted(count, "step")} found`;
}

/** How it is found and compared, a sentence each. */
export const terms = {
  topic:
    "A topic: phrases that occur in the same cases. A case belongs to the topic whose cases use its phrases most; a case that shares no phrase has no topic.",
  growth:
    "Growing or shrinking: the share of customers in touch about it has clearly changed, allowing for how many topics are compared.",
  quick:
    "Quick and lasting: resolved with evidence, not reopened, and no slower than half of the resolved cases of its issue.",
  alike:
    "Like with like: cases are compared only with others of the same intent that started on the same channel and were served alike, by AI or people. Each customer counts once per issue.",
  chance:
    "A step is shown only if chance alone would put any step on this page less than 1 time in 100. It need not be the cause: try it before you make it a rule.",
  order:
    "Customers’ first fixes are compared with first fixes, second ones with second ones, and so on.",
  people:
    "Steps of one person alone are left out: this is about how work is done, not about who does it.",
} as const;

/** @param newest of all cases that can be judged */
export function newestCompared(newest: number, judged: number): string {
  return `The newest ${formatCount(newest)} of ${formatCounted(judged, "case")} that can be judged are compared.`;
}
