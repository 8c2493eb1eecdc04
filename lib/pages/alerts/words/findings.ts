import type { FindingMeasure, FindingTopic } from "@/lib/analytics/findings/finding";

export const measureWords: Readonly<Record<FindingMeasure, string>> = {
  resolution: "resolution",
  "one-contact": "resolution in one contact",
  contacts: "contacts per case",
  returns: "customers who come back",
  containment: "contacts that only look contained",
  repeats: "customers who repeat themselves",
  context: "needed facts lost at handoffs",
  promises: "promises",
  sla: "SLA clocks",
  persona: "how AI agents speak",
};

export const topicWords: Readonly<Record<FindingTopic, string>> = {
  "resolution-past": "Fewer cases resolved than before",
  "resolution-by-type": "A case type resolved less often",
  "resolution-by-first": "A first channel with fewer resolved",
  "resolution-by-kind": "A kind of case resolved less often",
  "resolution-by-path": "A channel path with fewer resolved",
  "resolution-by-release": "A release with fewer resolved",
  "resolution-by-move": "A change of channel with fewer resolved",
  "one-contact-past": "Fewer resolved in one contact than before",
  "contacts-past": "More contacts per case than before",
  "contacts-by-first": "A first channel that takes more contacts",
  "returns-by-first": "A first channel after which more customers come back",
  "containment-past": "More contacts that only look contained than before",
  "repeats-past": "More customers who repeat themselves than before",
  "context-past": "Fewer needed facts passed on than before",
  "context-by-pair": "A change of channel that loses more needed facts",
  "context-by-team": "A team that receives fewer needed facts",
  "context-by-direction": "A handoff between AI and people that loses more needed facts",
  "context-by-kind": "A kind of handoff that loses more needed facts",
  "context-by-release": "A release that receives fewer needed facts",
  "promises-past": "Fewer promises kept than before",
  "sla-past": "Fewer cases on time than before",
  "sla-by-type": "A case type on time less often",
  "sla-by-first": "A first channel on time less often",
  persona: "A channel that leaves its approved voice",
};

export const anyFinding = "Any finding";

/** @param measure "SLA clocks" */
export function anyFindingAbout(measure: string): string {
  return `Any finding about ${measure}`;
}

/** @param topic "A case type on time less often" @param group "outage" */
export function findingOfGroup(topic: string, group: string): string {
  return `${topic}: ${group}`;
}

/** A finding that is known no more. */
export function unknownFinding(name: string): string {
  return `A finding: ${name}`;
}
