import {
  findingTopics,
  type FindingMeasure,
  type FindingTopic,
} from "@/lib/analytics/findings/finding";
import { kindName } from "@/lib/analytics/words/kind-words";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { agentKinds } from "@/lib/domain/trace/identity";
import { parseChannel } from "@/lib/domain/trace/channel";
import { agentWords, channelWords, slugWords } from "@/lib/format/wording";

const measureWords: Readonly<Record<FindingMeasure, string>> = {
  resolution: "resolution",
  "one-contact": "resolution in one contact",
  contacts: "contacts per case",
  containment: "contacts that only look contained",
  repeats: "customers who repeat themselves",
  context: "needed facts lost at handoffs",
  promises: "promises",
  sla: "SLA clocks",
  persona: "how AI agents speak",
};

const topicWords: Readonly<Record<FindingTopic, string>> = {
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
  "containment-past": "More contacts that only look contained than before",
  "repeats-past": "More customers who repeat themselves than before",
  "context-past": "Fewer needed facts passed on than before",
  "context-by-pair": "A change of channel that loses more needed facts",
  "context-by-team": "A team that is told less",
  "context-by-direction": "A way between AI and people that loses more needed facts",
  "context-by-kind": "A kind of handoff that loses more needed facts",
  "context-by-release": "A release that is told less",
  "promises-past": "Fewer promises kept than before",
  "sla-past": "Fewer cases on time than before",
  "sla-by-type": "A case type on time less often",
  "sla-by-first": "A first channel on time less often",
  persona: "A channel that leaves its approved voice",
};

/** The findings that a rule can watch: any, those of a measure, those of a topic. */
export const watchedFindings: readonly { readonly value: string; readonly label: string }[] = [
  { value: "any", label: "Any finding" },
  ...Object.entries(measureWords).map(([value, words]) => ({
    value,
    label: `Any finding about ${words}`,
  })),
  ...Object.entries(topicWords)
    .filter(([topic]) => !(topic in measureWords))
    .map(([value, label]) => ({ value, label })),
];

/** What is watched in words: "A case type on time less often: outage". */
export function watchedFindingWords(finding: string): string {
  const known = watchedFindings.find(({ value }) => value === finding);
  if (known !== undefined) return known.label;
  const slash = finding.indexOf("/");
  const [name, value] = [finding.slice(0, slash), finding.slice(slash + 1)];
  return isTopic(name) ? `${topicWords[name]}: ${groupWords(name, value)}` : `A finding: ${value}`;
}

function isTopic(name: string): name is FindingTopic {
  return name in findingTopics;
}

/** A group of a topic as a name: "outage", "Refund in the app", "Chat → Voice". */
function groupWords(topic: FindingTopic, value: string): string {
  switch (topic) {
    case "resolution-by-type":
    case "sla-by-type":
      return slugWords(value);
    case "resolution-by-first":
    case "sla-by-first":
    case "persona":
      return channelName(value);
    case "resolution-by-kind": {
      const [type = "", first = ""] = value.split("\n");
      return kindName({ type, first: parseChannel(first) ?? "unknown" });
    }
    case "resolution-by-path":
    case "resolution-by-move":
    case "context-by-pair":
      return value.split(">").map(channelName).join(" → ");
    case "context-by-direction":
      return value.split(">").map(agentName).join(" → ");
    case "context-by-kind":
      return facetValueWords("handoff", value);
    default:
      return value;
  }
}

function agentName(value: string): string {
  return agentWords[agentKinds.find((kind) => kind === value) ?? "unknown"];
}

function channelName(value: string): string {
  return channelWords[parseChannel(value) ?? "unknown"];
}

/** Whether it is a finding that there can be: any, a measure, a topic, or a group of a topic. */
export function isWatchedFinding(finding: string): boolean {
  if (watchedFindings.some(({ value }) => value === finding)) return true;
  const slash = finding.indexOf("/");
  return slash > 0 && slash + 1 < finding.length && finding.slice(0, slash) in findingTopics;
}
