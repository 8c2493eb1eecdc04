import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { parseChannel } from "@/lib/domain/trace/channel";
import type { SpanKind } from "@/lib/domain/trace/reading";
import { disclosureStatuses } from "@/lib/domain/case/case-disclosure";
import { disclosureStatusWords, ruleName } from "@/lib/format/disclosure-words";
import { channelWords, slugWords } from "@/lib/format/wording";
import { givenOnSome, scoreBands, MISSING } from "./case-facets";

/** By value of the facet `intent`. */
export const intentWords: Readonly<Record<string, string>> = {
  declared: "Declared intent",
  inferred: "Inferred intent",
  unknown: "Unknown intent",
};

/** By value of the facet `rating`. */
export const ratingWords: Readonly<Record<string, string>> = {
  good: "Rated 4 or 5",
  poor: "Rated 1 to 3",
  none: "Not rated",
};

/** By value of the facet `last`. */
export const lastWords: Readonly<Record<string, string>> = {
  fine: "Last contact scored as resolved",
  failed: "Last contact scored as not resolved",
  unscored: "Last contact not scored",
};

/** By value of the facet `agents`. */
export const agentsWords: Readonly<Record<string, string>> = {
  ai: "AI only",
  human: "Human only",
  both: "AI and human",
  unknown: "Unknown agents",
};

/** By value of the facet `failedStep`. */
export const stepWords: Readonly<Record<SpanKind, string>> = {
  llm: "Model call",
  tool: "Tool call",
  retriever: "Retrieval",
  embedding: "Embedding",
  reranker: "Reranking",
  agent: "Agent",
  chain: "Chain",
  guardrail: "Guardrail",
  evaluator: "Evaluation",
  other: "Other step",
};

/** By value of the facet `latency`. */
export const latencyWords: Readonly<Record<string, string>> = {
  "under-2s": "Under 2 s",
  "2-5s": "2 to 5 s",
  "5-10s": "5 to 10 s",
  "over-10s": "Over 10 s",
  unknown: "An unknown time",
};

/** An error's text. */
export function errorWords(value: string): string {
  return value === MISSING ? "No reason given" : value;
}

/** Channels in order: "Chat → Voice". */
export function channelPathWords(value: string): string {
  return value === MISSING ? "No contact" : value.split(">").map(channelName).join(" → ");
}

/** From one contact to the next: "Chat → Voice", "Chat → Chat again", "Chat → Voice, by the customer". */
export function moveWords(value: string): string {
  const [move = "", starter] = value.split(":");
  const [from = "", to = ""] = move.split(">");
  const words = [from, to].map(channelName).join(" → ") + (from === to ? " again" : "");
  return starter === undefined ? words : `${words}, by the ${starter}`;
}

function channelName(word: string): string {
  const channel = parseChannel(word);
  return channel === null ? word : channelWords[channel];
}

/** A known value in words; another as it is. */
export function labelOf<Value extends string>(
  known: readonly Value[],
  value: string,
  wordsFor: (value: Value) => string,
): string {
  const found = known.find((each) => each === value);
  return found === undefined ? value : wordsFor(found);
}

/** An evaluator's band in words: "Repeated information: asked again". */
export function scoreWords(value: string): string {
  const cut = value.lastIndexOf(":");
  const evaluator = value.slice(0, cut);
  const band = scoreBands.find((each) => each === value.slice(cut + 1));
  const entry = evaluatorEntry(evaluator);
  if (band === undefined) return value;
  const name = entry?.words ?? slugWords(evaluator);
  if (band === "none") return `${name}: not scored`;
  if (band === "middling" || entry === null) return `${name}: ${entry?.says[1] ?? band}`;
  const isHigh = (entry.direction === "higher-is-better") === (band === "good");
  return `${name}: ${entry.says[isHigh ? 2 : 0]}`;
}

/** A rule and what became of it: "Recording notice: not found". */
export function disclosureWords(value: string): string {
  const cut = value.lastIndexOf(":");
  const [rule, found] = [ruleName(value.slice(0, cut)), value.slice(cut + 1)];
  const words = labelOf(disclosureStatuses, found, (status) => disclosureStatusWords[status].word);
  return `${rule}: ${found === givenOnSome ? "given on some channels, not on others" : words}`;
}
