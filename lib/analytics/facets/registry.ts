import { ownEntry } from "@/lib/domain/own-entry";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { outcomes } from "@/lib/domain/case/outcome";
import { channels } from "@/lib/domain/trace/channel";
import { sentenceCase } from "@/lib/domain/sentence-case";
import {
  evidenceWords,
  handoffWords,
  outcomesByUrgency,
  outcomeWords,
  slugWords,
} from "@/lib/format/wording";
import {
  agentsValues,
  intentValues,
  lastValues,
  ratingValues,
  riskValues,
  MISSING,
} from "./case-facets";
import {
  agentsWords,
  channelPathWords,
  disclosureWords,
  intentWords,
  labelOf,
  lastWords,
  moveWords,
  ratingWords,
  scoreWords,
} from "./facet-value-words";
import {
  agentsOf,
  disclosuresOf,
  firstPromptsOf,
  intentOf,
  lastOf,
  movesOf,
  pausesOf,
  pathOf,
  promptsOf,
  ratingOf,
  scoresOf,
  typeOf,
} from "./facet-values";
import type { FacetEntry } from "./facet-entry";
import { stepFacets } from "./step-facets";

const orNone = (none: string) => (value: string) => (value === MISSING ? none : value);
const orUnsaid = (values: readonly string[]) => (values.length === 0 ? [MISSING] : values);

/**
 * All facets, in the order of an address. A new one is an entry here, and its name in `sentenceOrder` and `panelOrder`
 * where it does not come last.
 */
export const facets = {
  channel: {
    title: "Channel",
    lead: "on",
    words: channelPathWords,
    values: channels,
    isOfChannels: true,
    stored: { group: "journey", valuesOf: (row) => [...new Set(pathOf(row))] },
  },
  outcome: {
    title: "Outcome",
    lead: "that",
    words: (value) => labelOf(outcomes, value, (outcome) => outcomeWords[outcome].label),
    clause: (value) => labelOf(outcomes, value, (outcome) => outcomeWords[outcome].clause.many),
    values: outcomes,
    panelOrder: outcomesByUrgency,
    stored: null,
  },
  first: {
    title: "First channel",
    lead: "starting on",
    words: channelPathWords,
    panelOrder: [...channels, MISSING],
    isOfChannels: true,
    stored: { group: "journey", valuesOf: (row) => [pathOf(row)[0] ?? MISSING] },
  },
  /** The channels of the touchpoints in order, repeats in a row folded: "chat>voice>email". */
  path: {
    title: "Channel path",
    lead: "going",
    words: channelPathWords,
    isOfChannels: true,
    stored: { group: "journey", valuesOf: (row) => [pathOf(row).join(">")] },
  },
  /** The channels of one contact and of the next, "chat>voice", and with who started it: "chat>voice:customer". */
  switch: {
    title: "Handed over",
    lead: "handed over",
    words: moveWords,
    isOfChannels: true,
    stored: { group: "moves", valuesOf: movesOf },
  },
  handoff: {
    title: "Handoff",
    lead: "with a handoff of kind",
    words: (value) => labelOf(handoffKinds, value, (kind) => handoffWords[kind]),
    values: handoffKinds,
    stored: { group: "traits", valuesOf: ({ handoffKinds: kinds }) => kinds },
  },
  evidence: {
    title: "Closure evidence",
    lead: "with closure evidence",
    words: (value) => labelOf(closureEvidences, value, (each) => evidenceWords[each].label),
    values: closureEvidences,
    isLowered: true,
    stored: { group: "traits", valuesOf: ({ evidence }) => [evidence] },
  },
  /** What a case is about: its type, or else its intent. */
  type: {
    title: "Case type",
    lead: "about",
    words: (value) => (value === MISSING ? "No type" : slugWords(value)),
    stored: { group: "type", valuesOf: (row) => [typeOf(row)] },
  },
  /** The source of the case's intent. */
  intent: {
    title: "Intent",
    lead: "with",
    words: (value) => ownEntry(intentWords, value) ?? value,
    values: intentValues,
    isLowered: true,
    stored: { group: "traits", valuesOf: (row) => [intentOf(row)] },
  },
  /** The kinds of agent anywhere in the case. */
  agents: {
    title: "Agents",
    lead: "handled by",
    words: (value) => ownEntry(agentsWords, value) ?? value,
    values: agentsValues,
    stored: { group: "traits", valuesOf: (row) => [agentsOf(row)] },
  },
  risk: {
    title: "Risk",
    lead: "at",
    words: (value) => `${sentenceCase(value)} risk`,
    values: riskValues,
    panelOrder: ["high", "medium", "low", "unknown"],
    isLowered: true,
    stored: { group: "traits", valuesOf: ({ risk }) => [risk ?? "unknown"] },
  },
  /** An evaluator with the band of its worst verdict in the case: "repeat_information:bad". */
  score: {
    title: "Score",
    lead: "with the score",
    words: scoreWords,
    stored: { group: "scores", valuesOf: scoresOf },
  },
  release: {
    title: "Release",
    lead: "on release",
    words: orNone("No release"),
    stored: { group: "releases", valuesOf: ({ releases }) => orUnsaid(releases) },
  },
  region: {
    title: "Region",
    lead: "in",
    words: orNone("No region"),
    stored: { group: "traits", valuesOf: ({ region }) => [region ?? MISSING] },
  },
  team: {
    title: "Team",
    lead: "served by",
    words: orNone("No team"),
    stored: { group: "teams", valuesOf: ({ teams }) => orUnsaid([...teams].sort()) },
  },
  /** An agent, as the traces name it: "agent-204". */
  agent: {
    title: "Agent",
    lead: "served by",
    words: orNone("No agent named"),
    stored: { group: "people", valuesOf: ({ agentIds }) => orUnsaid([...agentIds].sort()) },
  },
  /** What the customer gave, 4 and 5 of 5 being good. */
  rating: {
    title: "Customer's rating",
    lead: "that are",
    words: (value) => ownEntry(ratingWords, value) ?? value,
    values: ratingValues,
    isLowered: true,
    stored: { group: "verdicts", valuesOf: (row) => [ratingOf(row)] },
  },
  /** conversation_resolution of the last contact. */
  last: {
    title: "Last contact",
    lead: "with the",
    words: (value) => ownEntry(lastWords, value) ?? value,
    values: lastValues,
    isLowered: true,
    stored: { group: "verdicts", valuesOf: (row) => [lastOf(row)] },
  },
  /** A prompt with its version that spoke in any contact: "support-core@v7". */
  prompt: {
    title: "Prompt",
    lead: "on prompt",
    words: orNone("No prompt"),
    stored: { group: "prompts", valuesOf: (row) => orUnsaid(promptsOf(row)) },
  },
  /** Of each template, the version that spoke first. */
  firstPrompt: {
    title: "First version of a prompt",
    lead: "first on prompt",
    words: orNone("No prompt"),
    stored: { group: "prompts", valuesOf: (row) => orUnsaid(firstPromptsOf(row)) },
  },
  firstRelease: {
    title: "First release",
    lead: "first on release",
    words: orNone("No release"),
    stored: { group: "releases", valuesOf: ({ releases }) => [releases[0] ?? MISSING] },
  },
  /** Why the service clock of an open case is paused; cases with a running clock have none. */
  pause: {
    title: "Clock paused",
    lead: "whose clock is paused:",
    words: orNone("No reason was given"),
    stored: { group: "pauses", valuesOf: pausesOf },
  },
  /** A rule with what became of it in any contact: "recording-notice-all-party:missing". */
  disclosure: {
    title: "Disclosure",
    lead: "with the disclosure",
    words: disclosureWords,
    stored: { group: "disclosures", valuesOf: disclosuresOf },
  },
  ...stepFacets,
} as const satisfies Readonly<Record<string, FacetEntry>>;

export type FacetName = keyof typeof facets;

/** A facet's entry. */
export function facetEntry(name: FacetName): FacetEntry {
  return facets[name];
}

/** In the order of an address. */
export const facetNames = Object.keys(facets) as FacetName[];

/** By facet. */
export function ofEachFacet<Value>(
  of: (name: FacetName) => Value,
): Readonly<Record<FacetName, Value>> {
  return Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Record<FacetName, Value>;
}

/** No value of any facet. */
export const noFacets = ofEachFacet((): readonly [] => []);

const inOrder = (first: readonly FacetName[]) => [...new Set([...first, ...facetNames])];

/** In the order in which a sentence names them. */
export const sentenceOrder = inOrder([
  ...(["outcome", "switch", "handoff", "first", "path", "channel", "agents", "type"] as const),
  ...(["intent", "risk", "evidence"] as const),
]);

/** Most used by supervisors first; the last two are chosen on other pages only. */
export const panelOrder = inOrder([
  ...(["outcome", "channel", "first", "switch", "type", "intent", "score", "handoff"] as const),
  ...(["failedStep", "failedTool", "error", "failedModel", "failedPrompt", "latency"] as const),
  ...(["agents", "evidence", "risk", "disclosure", "pause", "path"] as const),
]).filter((name) => name !== "firstPrompt" && name !== "firstRelease");
