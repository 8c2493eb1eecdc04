import { findingTopics, type FindingTopic } from "@/lib/analytics/findings/finding";
import { kindName } from "@/lib/analytics/words/kind-words";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { agentKinds } from "@/lib/domain/trace/identity";
import { parseChannel } from "@/lib/domain/trace/channel";
import { agentWords, channelWords, slugWords } from "@/lib/format/wording";
import * as words from "./words/findings";

/** The findings that a rule can watch: any, those of a measure, those of a topic. */
export const watchedFindings: readonly { readonly value: string; readonly label: string }[] = [
  { value: "any", label: words.anyFinding },
  ...Object.entries(words.measureWords).map(([value, measure]) => ({
    value,
    label: words.anyFindingAbout(measure),
  })),
  ...Object.entries(words.topicWords)
    .filter(([topic]) => !(topic in words.measureWords))
    .map(([value, label]) => ({ value, label })),
];

/** What is watched in words: "A case type on time less often: outage". */
export function watchedFindingWords(finding: string): string {
  const known = watchedFindings.find(({ value }) => value === finding);
  if (known !== undefined) return known.label;
  const slash = finding.indexOf("/");
  const [name, value] = [finding.slice(0, slash), finding.slice(slash + 1)];
  return isTopic(name)
    ? words.findingOfGroup(words.topicWords[name], groupWords(name, value))
    : words.unknownFinding(value);
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
    case "contacts-by-first":
    case "returns-by-first":
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
