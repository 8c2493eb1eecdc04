import { findClosing, findLeaving, isPoliteOnly } from "@/lib/cases/words/last-words";
import { letterBody } from "@/lib/cases/words/letter-body";
import { isClosedBy } from "@/lib/domain/case/outcome";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import type { CaseRow } from "../rows/case-row";
import type { HandoffRow } from "../rows/handoff-row";
import type { LiveCase, LivePromise } from "./live-case";

/** The end of a case's conversation, as stored. Instants are microseconds since 1970. */
export type CaseEndWords = {
  /** The last message of a customer or an agent; null: no words are stored. */
  readonly last: LiveCase["lastWords"];
  /** What the customer said since an agent last spoke, in order. */
  readonly unanswered: readonly { readonly atUs: number; readonly text: string }[];
  /** By contact, in order: who served it, as the traces name them. */
  readonly agentIds: readonly (readonly string[])[];
  /** The words of each promise, in their order. */
  readonly promises: readonly Pick<LivePromise, "quote" | "agentId" | "team">[];
};

/** A stored case with the children that the Live page tells of. */
type LiveRow = Omit<CaseRow, "disclosureRows" | "piiRows">;

/** Longer last words are cut. */
const wordsMax = 240;

/** What the Live page needs of a stored case, whatever the instant. @param key the store's key of the case */
export function liveCaseOf(key: number, row: LiveRow, end: CaseEndWords): LiveCase {
  const contact = row.contactRows.at(-1);
  const previous = row.contactRows.at(-2);
  const { last } = end;
  const { slaDueUs, slaRiskUs, slaPausedUs, slaPauseReason, slaStoppedUs } = row;
  return {
    ...{ key, caseId: row.caseId, customerId: row.customerId, region: row.region },
    ...{ slaDueUs, slaRiskUs, slaPausedUs, slaPauseReason, slaStoppedUs },
    about: row.caseType ?? row.intent ?? row.inferredIntent,
    teams: row.teams,
    agents: agentsOf(row, end),
    channel: contact?.channel ?? row.channels.at(-1) ?? "unknown",
    agentKind: contact === undefined || contact.agents === "both" ? "unknown" : contact.agents,
    team: contact?.team ?? row.teams.at(-1) ?? null,
    lastContactUs: Math.max(row.lastContactUs ?? 0, last?.atUs ?? 0) || null,
    touchpoints: row.touchpoints,
    endedUs: endOf(row),
    isEndStated: row.closedFrom !== null && row.closedFrom !== "inferred",
    reopenedUs: row.reopenedUs,
    promises: row.promiseRows.map((promise, at) => ({
      ...promise,
      quote: end.promises[at]?.quote ?? "",
      agentId: end.promises[at]?.agentId ?? null,
      team: end.promises[at]?.team ?? null,
    })),
    failedHandoffUs: failedHandoff(row.handoffRows.at(-1)),
    falseSuccessUs:
      (contact?.falseSuccess ?? 0) >= bandLimits("false_success").high
        ? (contact?.endUs ?? null)
        : null,
    upsetUs: isUpset(contact) && !isUpset(previous) ? (contact?.endUs ?? null) : null,
    waitingUs: waitingSince(end.unanswered),
    lastWords: last === null ? null : { ...last, text: cut(last.text) },
  };
}

/**
 * Since when the customer waits for an answer: their first message without one that neither closes the matter nor leaves
 * it for later. Null: they wait for nobody.
 */
export function waitingSince(unanswered: CaseEndWords["unanswered"]): number | null {
  return unanswered.find(({ text }) => isLeftOpen(text))?.atUs ?? null;
}

function isLeftOpen(text: string): boolean {
  const body = letterBody(text);
  return findClosing(body) === null && findLeaving(body) === null && !isPoliteOnly(body);
}

function endOf({ closedUs, closedFrom, evidence }: LiveRow): number | null {
  if (closedUs === null || closedFrom === null) return null;
  return isClosedBy({ atUs: closedUs, from: closedFrom }, evidence) ? closedUs : null;
}

/** People who served it, the latest first; where none did, the AI agents. */
function agentsOf({ contactRows }: LiveRow, { agentIds }: CaseEndWords): readonly string[] {
  const served = contactRows.map(({ agents }, at) => ({ agents, ids: agentIds[at] ?? [] }));
  const byPeople = served.filter(({ agents }) => agents === "human" || agents === "both");
  const ids = (byPeople.length > 0 ? byPeople : served).flatMap((each) => each.ids);
  return [...new Set(ids.reverse())];
}

function failedHandoff(handoff: HandoffRow | undefined): number | null {
  if (handoff === undefined) return null;
  const isFailed = handoff.verdict === "asked-again" || handoff.packet?.form === "nothing";
  return isFailed ? handoff.atUs : null;
}

function isUpset(contact: CaseRow["contactRows"][number] | undefined): boolean {
  return (contact?.frustration ?? 0) >= bandLimits("customer_sentiment").high;
}

function cut(text: string): string {
  const words = text.trim().replace(/\s+/gu, " ");
  return words.length <= wordsMax ? words : `${words.slice(0, wordsMax).trimEnd()}…`;
}
