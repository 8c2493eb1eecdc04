import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import {
  templateOf,
  unsaid,
  type FacetName,
  type lastValues,
  type ratingValues,
  type WorstScore,
} from "./case-facets";
import type { ContactRow } from "../rows/contact-row";
import type { CaseTableRow } from "../case-table/case-table-row";

/** Facets whose values stand in the row; the outcome depends on the instant. */
export type RowFacet = Exclude<FacetName, "outcome">;
export type FacetValues = Partial<Readonly<Record<RowFacet, readonly string[]>>>;

/**
 * Cases with the same values in some facets are one group, so that a column holds a number for all of
 * those facets, and counting them is counting groups.
 */
type Grouping = {
  readonly facets: readonly RowFacet[];
  readonly keyOf: (row: CaseTableRow) => string;
  /** The one list of the row that decides, where one does: hardly any two rows need be asked then. */
  readonly listOf?: (row: CaseTableRow) => readonly unknown[];
  /** Asked once a group. */
  readonly valuesOf: (row: CaseTableRow) => FacetValues;
};

export const groupingNames = [
  "journey",
  "moves",
  "traits",
  "type",
  "scores",
  "releases",
  "verdicts",
  "prompts",
  "pauses",
  "teams",
] as const;
export type GroupingName = (typeof groupingNames)[number];

export const groupings: Readonly<Record<GroupingName, Grouping>> = {
  journey: {
    facets: ["channel", "first", "path"],
    listOf: ({ channels }) => channels,
    keyOf: ({ channels }) => foldPath(channels).join(">"),
    valuesOf: ({ channels }) => {
      const path = foldPath(channels);
      return {
        channel: [...new Set(path)],
        first: [path[0] ?? unsaid],
        path: [path.length === 0 ? unsaid : path.join(">")],
      };
    },
  },
  moves: {
    facets: ["switch"],
    keyOf: (row) => movesOf(row).join(" "),
    valuesOf: (row) => ({ switch: movesOf(row) }),
  },
  traits: {
    facets: ["handoff", "evidence", "agents", "risk", "intent", "region"],
    keyOf: (row) =>
      `${row.evidence} ${agentsOf(row)} ${row.risk ?? "unknown"} ${intentOf(row)} ${row.handoffKinds.join(" ")}\n${row.region ?? unsaid}`,
    valuesOf: (row) => ({
      handoff: row.handoffKinds,
      evidence: [row.evidence],
      agents: [agentsOf(row)],
      risk: [row.risk ?? "unknown"],
      intent: [intentOf(row)],
      region: [row.region ?? unsaid],
    }),
  },
  type: {
    facets: ["type"],
    keyOf: typeOf,
    valuesOf: (row) => ({ type: [typeOf(row)] }),
  },
  scores: {
    facets: ["score"],
    listOf: ({ worstScores }) => worstScores,
    keyOf: ({ worstScores }) => worstScores.map(scoreValue).join(" "),
    valuesOf: ({ worstScores }) => ({ score: worstScores.map(scoreValue) }),
  },
  releases: {
    facets: ["release", "firstRelease"],
    listOf: ({ releases }) => releases,
    keyOf: ({ releases }) => releases.join("\n"),
    valuesOf: ({ releases }) => ({
      release: releases.length === 0 ? [unsaid] : releases,
      firstRelease: [releases[0] ?? unsaid],
    }),
  },
  verdicts: {
    facets: ["rating", "last"],
    keyOf: (row) => `${ratingOf(row)} ${lastOf(row)}`,
    valuesOf: (row) => ({ rating: [ratingOf(row)], last: [lastOf(row)] }),
  },
  prompts: {
    facets: ["prompt", "firstPrompt"],
    keyOf: (row) => promptsOf(row).join("\n"),
    valuesOf: (row) => ({ prompt: promptsOf(row), firstPrompt: firstPromptsOf(row) }),
  },
  pauses: {
    facets: ["pause"],
    keyOf: (row) =>
      pausesOf(row)
        .map((reason) => `:${reason}`)
        .join(""),
    valuesOf: (row) => ({ pause: pausesOf(row) }),
  },
  // A group of their own: beside anything else, each set of teams would multiply the others' groups.
  teams: {
    facets: ["team"],
    listOf: ({ teams }) => teams,
    keyOf: ({ teams }) => [...teams].sort().join("\n"),
    valuesOf: ({ teams }) => ({ team: teams.length === 0 ? [unsaid] : teams }),
  },
};

/** The grouping that a facet belongs to. */
export const groupingOf: Readonly<Record<RowFacet, GroupingName>> = {
  channel: "journey",
  first: "journey",
  path: "journey",
  switch: "moves",
  handoff: "traits",
  evidence: "traits",
  agents: "traits",
  risk: "traits",
  type: "type",
  intent: "traits",
  score: "scores",
  release: "releases",
  region: "traits",
  rating: "verdicts",
  last: "verdicts",
  prompt: "prompts",
  firstPrompt: "prompts",
  firstRelease: "releases",
  pause: "pauses",
  team: "teams",
};

/** The channels of the touchpoints, repeats in a row folded. */
function foldPath(channels: CaseTableRow["channels"]): string[] {
  return channels.filter((channel, index) => channel !== channels[index - 1]);
}

/** From each contact to the next, once as such and once with who started it, where that is known. */
function movesOf({ channels, contactRows }: CaseTableRow): string[] {
  if (channels.length < 2) return [];
  const moves = channels.slice(1).flatMap((to, index) => {
    const move = `${channels[index] ?? ""}>${to}`;
    const starter = startedBy(contactRows[index], contactRows[index + 1]);
    return starter === "unknown" ? [move] : [move, `${move}:${starter}`];
  });
  return [...new Set(moves)].sort();
}

/** Who made the customer go on from one contact to the next: whoever passed them on, else whoever called. */
function startedBy(
  from: ContactRow | undefined,
  to: ContactRow | undefined,
): ContactRow["initiator"] {
  return from?.isTransferred === true ? "agent" : (to?.initiator ?? "unknown");
}

/** What the list says a case is about: its type, or its intent where nobody named a type. */
function typeOf({ caseType, intent, inferredIntent }: CaseTableRow): string {
  return caseType ?? intent ?? inferredIntent ?? unsaid;
}

function intentOf({ intent, inferredIntent }: CaseTableRow): string {
  if (intent !== null) return "declared";
  return inferredIntent === null ? "unknown" : "inferred";
}

function agentsOf({ agentKinds }: CaseTableRow): string {
  const hasAi = agentKinds.includes("ai");
  const hasHuman = agentKinds.includes("human");
  if (hasAi && hasHuman) return "both";
  if (hasAi) return "ai";
  return hasHuman ? "human" : "unknown";
}

function ratingOf({ csat }: CaseTableRow): (typeof ratingValues)[number] {
  if (csat === null) return "none";
  return csat >= 4 ? "good" : "poor";
}

/** From here on a contact reads as resolved. */
const fineFrom = bandLimits("conversation_resolution").high;

function lastOf({ contactRows }: CaseTableRow): (typeof lastValues)[number] {
  const score = contactRows.at(-1)?.resolution ?? null;
  if (score === null) return "unscored";
  return score >= fineFrom ? "fine" : "failed";
}

/** Each once, in order of first words. */
function promptsOf({ contactRows }: CaseTableRow): readonly string[] {
  const prompts: string[] = [];
  for (const { prompt } of contactRows) {
    if (prompt !== null && !prompts.includes(prompt)) prompts.push(prompt);
  }
  return prompts.length === 0 ? [unsaid] : prompts;
}

function firstPromptsOf(row: CaseTableRow): readonly string[] {
  const prompts = promptsOf(row);
  const templates = prompts.map(templateOf);
  return prompts.filter((_, at) => templates.indexOf(templates[at] ?? "") === at);
}

/** None of a clock that is not paused. */
function pausesOf({ slaPausedUs, slaPauseReason }: CaseTableRow): readonly string[] {
  return slaPausedUs === null ? [] : [slaPauseReason ?? unsaid];
}

function scoreValue({ evaluator, value }: WorstScore): string {
  const entry = evaluatorEntry(evaluator);
  return `${evaluator}:${entry === null ? "none" : readScore(entry, value).band}`;
}

/**
 * A group's values of a facet. For scores, those of the evaluators that never scored it are added.
 * @param evaluators every evaluator that scored any case
 */
export function completeValues(
  facet: RowFacet,
  values: FacetValues,
  evaluators: readonly string[],
): readonly string[] {
  const own = values[facet] ?? [];
  if (facet !== "score") return own;
  const missing = evaluators.filter((name) => !own.some((value) => evaluatorOf(value) === name));
  return [...own, ...missing.map((name) => `${name}:none`)];
}

/** The evaluator that a value of the score facet names. */
export function evaluatorOf(value: string): string {
  return value.slice(0, value.lastIndexOf(":"));
}
