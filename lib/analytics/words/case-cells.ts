import {
  evaluatorEntry,
  readScore,
  type ScoreBand,
} from "@/lib/domain/quality/evaluator-catalogue";
import type { WorstScore } from "../facets/case-facets";
import { contextKept } from "../rows/context-kept";
import type { CaseListItem, DecidingScore } from "./case-list-item";
import type { CaseColumn, CaseSortKey } from "../filter/cases-query";
import { formatCount, formatCounted, formatScore, isoInstant } from "@/lib/format/format";
import { journeyWords } from "./journey-words";
import { outcomeWords, inferredWords, slugWords, type Tone } from "@/lib/format/wording";

/** How a column is headed, and what its heading sorts by. */
export type CaseColumnEntry = {
  readonly label: string;
  readonly sort: CaseSortKey | null;
  readonly isNumber: boolean;
};

const column = (label: string, sort: CaseSortKey | null, isNumber = false): CaseColumnEntry => ({
  label,
  sort,
  isNumber,
});

/** The columns of the list of cases; the case itself comes before them. */
export const caseColumnEntries: Readonly<Record<CaseColumn | "case", CaseColumnEntry>> = {
  case: column("Case", "case"),
  customer: column("Customer", null),
  type: column("Type", "type"),
  journey: column("Journey", null),
  touchpoints: column("Contacts", "touchpoints", true),
  handoffs: column("Handoffs", "handoffs"),
  worst_score: column("Worst score", "worst_score"),
  outcome: column("Outcome", "outcome"),
  opened: column("Opened", "opened"),
  last_contact: column("Last contact", "last_contact"),
  risk: column("Risk", "risk"),
  region: column("Region", null),
  team: column("Team", null),
  agent: column("Agent", null),
  csat: column("CSAT", "csat", true),
  release: column("Release", null),
  messages: column("Messages", "messages", true),
};

/**
 * A cell of the list as plain text, as in the table and its CSV. Instants are ISO 8601, so that a spreadsheet sorts
 * them; unknown values are empty.
 */
export function caseCellText(name: CaseColumn | "case", row: CaseListItem): string {
  switch (name) {
    case "case":
      return row.caseId;
    case "customer":
      return row.customerId ?? "";
    case "type":
      return caseKindWords(row)[0];
    case "journey":
      return journeyWords(row.journey, row.handoffVerdicts);
    case "touchpoints":
    case "messages":
      return formatCount(row[name]);
    case "handoffs":
      return contextCell(row.contexts).words;
    case "worst_score":
      return row.worstScore === null ? "not scored" : scoreCell(row.worstScore).words;
    case "outcome":
      return outcomeWords[row.outcome].label;
    case "opened":
      return instantText(row.openedUs);
    case "last_contact":
      return instantText(row.lastContactUs);
    case "risk":
    case "region":
      return row[name] ?? "";
    case "team":
      return row.teams.join(", ");
    case "agent":
      return row.agentIds.join(", ");
    case "csat":
      return row.csat === null ? "" : String(row.csat);
    case "release":
      return row.releases.join(", ");
  }
}

/** What a case is about in words, then in detail, where that adds something. */
export function caseKindWords({
  caseType,
  intent,
  inferredIntent,
}: Pick<CaseListItem, "caseType" | "intent" | "inferredIntent">): readonly [
  kind: string,
  detail: string | null,
] {
  const first = caseType ?? intent;
  const inferred = inferredIntent === null ? null : inferredWords(inferredIntent);
  if (first === null) return [inferred ?? "", null];
  if (intent === null) return [slugWords(first), inferred];
  return [slugWords(first), intent === first ? null : slugWords(intent)];
}

/** A verdict in a cell: tone, words, and the sentence behind them. */
export type VerdictCell = {
  readonly tone: Tone;
  readonly words: string;
  readonly meaning: string;
};

/**
 * The context retention of a case's handoffs.
 * @param contexts one entry per handoff, 0 to 1; null without a score
 */
export function contextCell(contexts: readonly (number | null)[]): VerdictCell {
  const total = contexts.length;
  if (total === 0) return { tone: "none", words: "none", meaning: "There was no handoff." };
  const { kept, partlyKept, askedAgainOrLost } = contextKept(contexts);
  const known = kept + partlyKept + askedAgainOrLost;
  const parts = [
    [kept, "kept"],
    [partlyKept, "partly kept"],
    [askedAgainOrLost, "asked again or lost"],
    [total - known, "not known"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0);
  const clauses = shown.map(([count, words]) =>
    total === 1 ? words : `${formatCount(count)} ${words}`,
  );
  const meaning = `Context at ${formatCounted(total, "handoff")}: ${clauses.join(", ")}.`;
  if (known === 0) return { tone: "none", words: "not known", meaning };
  const words = `${formatCount(kept)} of ${formatCount(known)} kept`;
  return { tone: kept < known ? "fail" : "pass", words, meaning };
}

const bandTones: Readonly<Record<ScoreBand, Tone>> = {
  good: "pass",
  middling: "warn",
  bad: "fail",
};

/** An evaluator's value in words; one of unknown direction is no verdict. */
export function scoreCell({ evaluator, value }: WorstScore): VerdictCell {
  const entry = evaluatorEntry(evaluator);
  if (entry === null) {
    const words = `${slugWords(evaluator)} ${formatScore(value)}`;
    return { tone: "none", words, meaning: evaluator };
  }
  const { band, says } = readScore(entry, value);
  const meaning = `${entry.words}: ${formatScore(value)} (${evaluator})`;
  return { tone: bandTones[band], words: says, meaning };
}

/** A score by which a list is filtered: "0.31 v7"; null: the case has none. */
export function decidingCell(score: DecidingScore | null): VerdictCell {
  if (score === null) {
    return { tone: "none", words: "not scored", meaning: "The evaluator scored nothing there." };
  }
  const { tone, words, meaning } = scoreCell(score);
  const shown = `${formatScore(score.value)} v${String(score.version)}`;
  return { tone, words: shown, meaning: `${words}. ${meaning}` };
}

function instantText(atUs: number | null): string {
  return atUs === null ? "" : (isoInstant(atUs) ?? "");
}
