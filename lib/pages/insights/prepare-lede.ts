import type { Lede } from "@/lib/analytics/findings/finding-model";
import { casesMin } from "@/lib/analytics/insights/compare-steps";
import type { WhatWorksFound } from "@/lib/analytics/insights/find-what-works";
import type { JudgedCases } from "@/lib/analytics/insights/read-outcomes";
import type { CountedTopics } from "@/lib/analytics/insights/topics/count-topics";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { pointsWords } from "@/lib/format/share-words";
import type { RecurringFacts } from "./prepare-recurring";
import { capitalised } from "./prepare-topics";
import { hitsOf, stepSubject } from "./step-words";

type LedeFacts = {
  readonly judged: JudgedCases;
  readonly found: WhatWorksFound;
  readonly topics: CountedTopics;
  readonly recurring: readonly RecurringFacts[];
};

/** The page's first sentence: what is certain, first what held, then what faster resolvers do, then what grows. */
export function prepareLede(facts: LedeFacts): Lede {
  const { judged, found, recurring } = facts;
  const kinds = [heldClaims(facts), workClaims(facts), growthClaims(facts)];
  const [first, second] = kinds.flatMap(([claim]) => claim ?? []);
  if (first !== undefined) {
    const then = second === undefined ? "" : ` ${second.lead} ${second.rest}`;
    return { lead: first.lead, rest: `${first.rest}${then}` };
  }
  if (judged.of === 0) return { lead: "No cases match these filters.", rest: "" };
  const [most] = recurring;
  if (most === undefined) return { lead: noStepWords(judged, found), rest: "" };
  const { topic, customers, afterUs } = most;
  return {
    lead: `“${topic.name}” comes back most:`,
    rest: `after it was called resolved, ${formatCount(customers.hits)} of ${formatCounted(customers.of, "customer")} were in touch about it again, half of them within ${formatDuration(afterUs)}.`,
  };
}

function heldClaims({ recurring }: LedeFacts): readonly Lede[] {
  return recurring.flatMap(({ topic, held: [first] }) => {
    if (first === undefined) return [];
    const lead = `${stepSubject(first.step, "in the last contact")} goes with “${topic.name}” not coming back:`;
    return [{ lead, rest: `${hitsOf(first.with)} held, ${hitsOf(first.without)} without it.` }];
  });
}

function workClaims({ found: { findings } }: LedeFacts): readonly Lede[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { issue, step, difference } = first;
  return [
    {
      lead: `${stepSubject(step, "in the first contact")} goes with faster, lasting resolutions of ${facetValueWords("type", issue)} cases:`,
      rest: `${hitsOf(first.with)} against ${hitsOf(first.without)} without it, ${pointsWords(difference)}, comparing like with like.`,
    },
  ];
}

function growthClaims({ topics: { topics } }: LedeFacts): readonly Lede[] {
  return topics.flatMap(({ name, growth }) => {
    if (growth === null || (growth.change !== "new" && growth.change !== "growing")) return [];
    const { recent, before } = growth;
    const rest = `${hitsOf(recent)} customers in the last four weeks, ${hitsOf(before)} in the twelve before.`;
    return [{ lead: `“${name}” is ${growth.change}:`, rest }];
  });
}

/** Why no step is shown, in a sentence. */
export function noStepWords(
  { of, judged, cases }: JudgedCases,
  { issues }: WhatWorksFound,
): string {
  const compared = issues.filter(({ steps }) => steps > 0);
  if (issues.reduce((sum, { hits }) => sum + hits, 0) < casesMin) {
    return `These data can’t say what works yet: ${judged === 0 ? "none" : "too few"} of ${formatCounted(of, "case")} ${of === 1 ? "has" : "have"} evidence of being resolved. Send closing events, codes or ratings, and this page compares the steps that led there.`;
  }
  if (compared.length === 0) {
    return `There are too few similar cases to compare: a step is compared where at least ${formatCount(casesMin)} cases of an issue took it and as many did not; there are ${formatCounted(cases.length, "case")} over ${formatCounted(issues.length, "issue")}.`;
  }
  const steps = compared.reduce((sum, each) => sum + each.steps, 0);
  return `No step clearly goes with faster resolutions: with and without each of ${formatCounted(steps, "step")}, similar cases end the same, or there are too few to tell.`;
}

/** "Outage". */
export function issueWords(issue: string): string {
  return capitalised(facetValueWords("type", issue));
}
