import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { parseChannel } from "@/lib/domain/trace/channel";
import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { outcomes } from "@/lib/domain/case/outcome";
import { scoreBands, unsaid, type FacetName } from "../facets/case-facets";
import type { Period, RelativePeriod } from "../filter/cases-query";
import { countingZone, formatInstant } from "@/lib/format/format";
import {
  channelWords,
  evidenceWords,
  handoffWords,
  outcomeWords,
  wordsOf,
} from "@/lib/format/wording";

/** A facet's heading. */
export const facetWords: Readonly<Record<FacetName, string>> = {
  channel: "Channel",
  outcome: "Outcome",
  first: "First channel",
  path: "Channel path",
  switch: "Handed over",
  handoff: "Handoff",
  evidence: "Closure evidence",
  type: "Case type",
  intent: "Intent",
  agents: "Agents",
  risk: "Risk",
  score: "Score",
  release: "Release",
  region: "Region",
  team: "Team",
  rating: "Customer's rating",
  last: "Last contact",
  prompt: "Prompt",
  firstPrompt: "First version of a prompt",
  firstRelease: "First release",
  pause: "Clock paused",
};

const intentWords: Readonly<Record<string, string>> = {
  declared: "Declared intent",
  inferred: "Inferred intent",
  unknown: "Unknown intent",
};

const ratingWords: Readonly<Record<string, string>> = {
  good: "Rated 4 or 5",
  poor: "Rated 1 to 3",
  none: "Not rated",
};

const lastWords: Readonly<Record<string, string>> = {
  fine: "Last contact scored as resolved",
  failed: "Last contact scored as not resolved",
  unscored: "Last contact not scored",
};

const agentsWords: Readonly<Record<string, string>> = {
  ai: "AI only",
  human: "Human only",
  both: "AI and human",
  unknown: "Unknown agents",
};

/** A facet's value in words; free words are shown as they came. */
export function facetValueWords(name: FacetName, value: string): string {
  switch (name) {
    case "channel":
    case "first":
    case "path":
      return value === unsaid ? "No contact" : value.split(">").map(channelName).join(" → ");
    case "switch":
      return moveWords(value);
    case "outcome":
      return labelOf(outcomes, value, (outcome) => outcomeWords[outcome].label);
    case "handoff":
      return labelOf(handoffKinds, value, (kind) => handoffWords[kind]);
    case "evidence":
      return labelOf(closureEvidences, value, (evidence) => evidenceWords[evidence].label);
    case "intent":
      return intentWords[value] ?? value;
    case "agents":
      return agentsWords[value] ?? value;
    case "risk":
      return `${value.charAt(0).toUpperCase()}${value.slice(1)} risk`;
    case "score":
      return scoreWords(value);
    case "type":
      return value === unsaid ? "No type" : wordsOf(value);
    case "release":
    case "firstRelease":
      return value === unsaid ? "No release" : value;
    case "rating":
      return ratingWords[value] ?? value;
    case "last":
      return lastWords[value] ?? value;
    case "prompt":
    case "firstPrompt":
      return value === unsaid ? "No prompt" : value;
    case "region":
      return value === unsaid ? "No region" : value;
    case "team":
      return value === unsaid ? "No team" : value;
    case "pause":
      return value === unsaid ? "No reason was given" : value;
  }
}

const periodNames: Readonly<Record<"all" | RelativePeriod, string>> = {
  all: "Any time",
  "7d": "Last 7 days of data",
  "30d": "Last 30 days of data",
  "90d": "Last 90 days of data",
};

/** A period in words: "Last 30 days of data", "5 Oct 2026 – 15 Nov 2026", "From 5 Oct 2026". */
export function periodWords(period: Period): string {
  if (typeof period === "string") return periodNames[period];
  if (period.from === null) return `Until ${dayWords(period.to)}`;
  const from = dayWords(period.from);
  if (period.to === null) return `From ${from}`;
  const to = dayWords(period.to);
  return from === to ? from : `${from} – ${to}`;
}

/** The same within a sentence: "last 30 days of data", "from 5 Oct 2026". */
export function periodWordsWithin(period: Period): string {
  return periodWords(period).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

function dayWords(day: string): string {
  return formatInstant(Date.parse(day) * 1000, "day", countingZone);
}

/** From one contact to the next: "Chat → Voice", "Chat → Chat again", "Chat → Voice, by the customer". */
function moveWords(value: string): string {
  const [move = "", starter] = value.split(":");
  const [from = "", to = ""] = move.split(">");
  const words = [from, to].map(channelName).join(" → ") + (from === to ? " again" : "");
  return starter === undefined ? words : `${words}, by the ${starter}`;
}

function channelName(word: string): string {
  const channel = parseChannel(word);
  return channel === null ? word : channelWords[channel];
}

function labelOf<Value extends string>(
  known: readonly Value[],
  value: string,
  wordsFor: (value: Value) => string,
): string {
  const found = known.find((each) => each === value);
  return found === undefined ? value : wordsFor(found);
}

function scoreWords(value: string): string {
  const cut = value.lastIndexOf(":");
  const evaluator = value.slice(0, cut);
  const band = scoreBands.find((each) => each === value.slice(cut + 1));
  const entry = evaluatorEntry(evaluator);
  if (band === undefined) return value;
  const name = entry?.words ?? wordsOf(evaluator);
  if (band === "none") return `${name}: not scored`;
  if (band === "middling" || entry === null) return `${name}: ${entry?.says[1] ?? band}`;
  const isHigh = (entry.direction === "higher-is-better") === (band === "good");
  return `${name}: ${entry.says[isHigh ? 2 : 0]}`;
}
