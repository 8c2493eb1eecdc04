import { evaluatorEntry, readScore } from "@/lib/domain/evaluator-catalogue";
import { unsaid, type FacetName, type WorstScore } from "../case-facets";
import type { CaseTableRow } from "./case-table-row";

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
  /** Asked once a group. */
  readonly valuesOf: (row: CaseTableRow) => FacetValues;
};

export const groupingNames = ["journey", "traits", "type", "scores", "releases"] as const;
export type GroupingName = (typeof groupingNames)[number];

export const groupings: Readonly<Record<GroupingName, Grouping>> = {
  journey: {
    facets: ["channel", "path", "switch"],
    keyOf: ({ channels }) => foldPath(channels).join(">"),
    valuesOf: ({ channels }) => {
      const path = foldPath(channels);
      const switches = path.slice(1).map((channel, index) => `${path[index] ?? ""}>${channel}`);
      return {
        channel: [...new Set(path)],
        path: [path.length === 0 ? unsaid : path.join(">")],
        switch: [...new Set(switches)],
      };
    },
  },
  traits: {
    facets: ["handoff", "evidence", "agents", "risk", "intent"],
    keyOf: (row) =>
      `${row.evidence} ${agentsOf(row)} ${row.risk ?? "unknown"} ${intentOf(row)} ${row.handoffKinds.join(" ")}`,
    valuesOf: (row) => ({
      handoff: row.handoffKinds,
      evidence: [row.evidence],
      agents: [agentsOf(row)],
      risk: [row.risk ?? "unknown"],
      intent: [intentOf(row)],
    }),
  },
  type: {
    facets: ["type"],
    keyOf: typeOf,
    valuesOf: (row) => ({ type: [typeOf(row)] }),
  },
  scores: {
    facets: ["score"],
    keyOf: ({ worstScores }) => worstScores.map(scoreValue).join(" "),
    valuesOf: ({ worstScores }) => ({ score: worstScores.map(scoreValue) }),
  },
  releases: {
    facets: ["release"],
    keyOf: ({ releases }) => releases.join("\n"),
    valuesOf: ({ releases }) => ({ release: releases.length === 0 ? [unsaid] : releases }),
  },
};

/** The grouping that a facet belongs to. */
export const groupingOf: Readonly<Record<RowFacet, GroupingName>> = {
  channel: "journey",
  path: "journey",
  switch: "journey",
  handoff: "traits",
  evidence: "traits",
  agents: "traits",
  risk: "traits",
  type: "type",
  intent: "traits",
  score: "scores",
  release: "releases",
};

/** The channels of the touchpoints, repeats in a row folded. */
function foldPath(channels: CaseTableRow["channels"]): string[] {
  return channels.filter((channel, index) => channel !== channels[index - 1]);
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
