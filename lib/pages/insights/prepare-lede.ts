import type { Lede } from "@/lib/analytics/findings/finding-model";
import { casesMin } from "@/lib/analytics/insights/compare-steps";
import type { WhatWorksFound } from "@/lib/analytics/insights/find-what-works";
import type { JudgedCases } from "@/lib/analytics/insights/read-outcomes";
import type { CountedTopics } from "@/lib/analytics/insights/topics/count-topics";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatDuration } from "@/lib/format/format";
import { pointsWords } from "@/lib/format/share-words";
import type { RecurringFacts } from "./prepare-recurring";
import { capitalised } from "./prepare-topics";
import { hitsOf } from "./prepare-step";
import * as words from "./words/page";
import { likeWithLike, stepSubject } from "./words/steps";
import { changeWords, quotedTopic } from "./words/topics";

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
  if (judged.of === 0) return { lead: words.lede.noCases, rest: "" };
  const [most] = recurring;
  if (most === undefined) return { lead: noStepWords(judged, found), rest: "" };
  const { topic, customers, afterUs } = most;
  return {
    lead: words.comesBackMost(quotedTopic(topic.name)),
    rest: words.inTouchAgain(customers.hits, customers.of, formatDuration(afterUs)),
  };
}

function heldClaims({ recurring }: LedeFacts): readonly Lede[] {
  return recurring.flatMap(({ topic, held: [first] }) => {
    if (first === undefined) return [];
    const step = stepSubject(first.step, "last");
    return [
      {
        lead: words.goesWithHolding(step, quotedTopic(topic.name)),
        rest: words.heldAgainst(hitsOf(first.with), hitsOf(first.without)),
      },
    ];
  });
}

function workClaims({ found: { findings } }: LedeFacts): readonly Lede[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { issue, step, difference } = first;
  return [
    {
      lead: words.goesWithFaster(stepSubject(step, "first"), facetValueWords("type", issue)),
      rest: words.againstWithout(
        hitsOf(first.with),
        hitsOf(first.without),
        likeWithLike(pointsWords(difference)),
      ),
    },
  ];
}

function growthClaims({ topics: { topics } }: LedeFacts): readonly Lede[] {
  return topics.flatMap(({ name, growth }) => {
    if (growth === null || (growth.change !== "new" && growth.change !== "growing")) return [];
    const { recent, before } = growth;
    const rest = words.customersLately(hitsOf(recent), hitsOf(before));
    return [{ lead: words.topicIs(quotedTopic(name), changeWords[growth.change]), rest }];
  });
}

/** Why no step is shown, in a sentence. */
export function noStepWords(
  { of, judged, cases }: JudgedCases,
  { issues }: WhatWorksFound,
): string {
  const compared = issues.filter(({ steps }) => steps > 0);
  if (issues.reduce((sum, { hits }) => sum + hits, 0) < casesMin) {
    return words.cantSayYet(of, judged === 0);
  }
  if (compared.length === 0) {
    return words.tooFewSimilar(casesMin, cases.length, issues.length);
  }
  return words.noClearStep(compared.reduce((sum, each) => sum + each.steps, 0));
}

/** "Outage". */
export function issueWords(issue: string): string {
  return capitalised(facetValueWords("type", issue));
}
