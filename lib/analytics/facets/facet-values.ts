import { initiatorOfMove } from "@/lib/domain/case/initiator-of-move";
import { bandLimits, evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import type { SpanKind } from "@/lib/domain/trace/reading";
import type { CaseTableRow } from "../case-table/case-table-row";
import type { ContactRow } from "../rows/contact-row";
import { foldCase } from "@/lib/domain/disclosures/fold-case";
import {
  givenOnSome,
  latencyValues,
  templateOf,
  MISSING,
  type LatencyValue,
  type lastValues,
  type ratingValues,
  type WorstScore,
} from "./case-facets";

/** The channels of the touchpoints, repeats in a row folded. */
export function pathOf({ channels }: Pick<CaseTableRow, "channels">): string[] {
  return channels.filter((channel, index) => channel !== channels[index - 1]);
}

/** Each move between contacts, once as such and once with its initiator, where known. */
export function movesOf({ channels, contactRows }: CaseTableRow): string[] {
  if (channels.length < 2) return [];
  const moves = channels.slice(1).flatMap((to, index) => {
    const move = `${channels[index] ?? ""}>${to}`;
    const starter = startedBy(contactRows[index], contactRows[index + 1]);
    return starter === "unknown" ? [move] : [move, `${move}:${starter}`];
  });
  return [...new Set(moves)].sort();
}

/** The initiator of a move. */
function startedBy(
  from: ContactRow | undefined,
  to: ContactRow | undefined,
): ContactRow["initiator"] {
  if (from === undefined || to === undefined) return "unknown";
  const { isTransferred: isPassedOn, endUs } = from;
  return initiatorOfMove({ isPassedOn, initiator: to.initiator, gapUs: to.startUs - endUs });
}

/** What a case is about: its type, or else its intent. */
export function typeOf({ caseType, intent, inferredIntent }: CaseTableRow): string {
  return caseType ?? intent ?? inferredIntent ?? MISSING;
}

export function intentOf({ intent, inferredIntent }: CaseTableRow): string {
  if (intent !== null) return "declared";
  return inferredIntent === null ? "unknown" : "inferred";
}

export function agentsOf({ agentKinds }: CaseTableRow): string {
  const hasAi = agentKinds.includes("ai");
  const hasHuman = agentKinds.includes("human");
  if (hasAi && hasHuman) return "both";
  if (hasAi) return "ai";
  return hasHuman ? "human" : "unknown";
}

export function ratingOf({ csat }: CaseTableRow): (typeof ratingValues)[number] {
  if (csat === null) return "none";
  return csat >= 4 ? "good" : "poor";
}

/** Threshold of a resolved contact. */
const fineFrom = bandLimits("conversation_resolution").high;

export function lastOf({ contactRows }: CaseTableRow): (typeof lastValues)[number] {
  const score = contactRows.at(-1)?.resolution ?? null;
  if (score === null) return "unscored";
  return score >= fineFrom ? "fine" : "failed";
}

/** Each once, in order of first words. */
export function promptsOf({ contactRows }: CaseTableRow): readonly string[] {
  const prompts: string[] = [];
  for (const { prompt } of contactRows) {
    if (prompt !== null && !prompts.includes(prompt)) prompts.push(prompt);
  }
  return prompts;
}

export function firstPromptsOf(row: CaseTableRow): readonly string[] {
  const prompts = promptsOf(row);
  const templates = prompts.map(templateOf);
  return prompts.filter((_, at) => templates.indexOf(templates[at] ?? "") === at);
}

/** None of a clock that is not paused. */
export function pausesOf({ slaPausedUs, slaPauseReason }: CaseTableRow): readonly string[] {
  return slaPausedUs === null ? [] : [slaPauseReason ?? MISSING];
}

/** Each evaluator that scored the case with the band of its worst verdict: "repeat_information:bad". */
export function scoresOf({ worstScores }: CaseTableRow): readonly string[] {
  return worstScores.map(scoreValue);
}

function scoreValue({ evaluator, value }: WorstScore): string {
  const entry = evaluatorEntry(evaluator);
  return `${evaluator}:${entry === null ? "none" : readScore(entry, value).band}`;
}

/** Each rule with what became of it in any contact, and once more where it was given on some channels only. */
export function disclosuresOf({ disclosureRows }: CaseTableRow): string[] {
  const values = new Set(disclosureRows.map(({ rule, status }) => `${rule}:${status}`));
  for (const rule of new Set(disclosureRows.map((row) => row.rule))) {
    const own = disclosureRows.filter((row) => row.rule === rule);
    const { state } = foldCase({ scope: "once_per_interaction" }, own);
    if (state === "given_on_some") values.add(`${rule}:${givenOnSome}`);
  }
  return [...values].sort();
}

/** The ends of the first three bands, in seconds. */
const latencyEnds = [2, 5, 10];

export function latencyOf({ slowestCallUs }: Pick<CaseTableRow, "slowestCallUs">): LatencyValue {
  if (slowestCallUs === null) return "unknown";
  const band = latencyEnds.filter((seconds) => slowestCallUs >= seconds * 1e6).length;
  return latencyValues[band] ?? "unknown";
}

type Failed = Pick<CaseTableRow, "failures">;

export function failedStepsOf({ failures }: Failed): readonly SpanKind[] {
  return distinct(failures.map(({ kind }) => kind));
}

export function failedToolsOf({ failures }: Failed): readonly string[] {
  return distinct(failures.map(({ tool }) => tool));
}

export function failedModelsOf({ failures }: Failed): readonly string[] {
  return distinct(failures.map(({ model }) => model));
}

export function failedPromptsOf({ failures }: Failed): readonly string[] {
  return distinct(failures.map(({ prompt }) => prompt));
}

export function errorsOf({ failures }: Failed): readonly string[] {
  return distinct(failures.map(({ error }) => error ?? MISSING));
}

/** Each once, in one order whichever came first. */
function distinct<Value extends string>(values: readonly (Value | null)[]): readonly Value[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
