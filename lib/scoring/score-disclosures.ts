import type { CaseToJudge, Message } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { parseChannel } from "@/lib/domain/trace/channel";
import { noFacts } from "@/lib/disclosures/contact";
import { evaluateOverCase } from "@/lib/disclosures/evaluate-over-case";
import { findRule } from "@/lib/disclosures/rules";
import { caseOfRow } from "./case-of-row";
import { placeInRow } from "./place-in-row";
import type { Row, RowMessage } from "./row";
import type { FoundDisclosure } from "./score-line";
import type { Scorer } from "./scorer";

const usPerSecond = 1_000_000;
/** A row that names a rule asks about its words: what no row can show is taken to hold. */
const assumed = { ...noFacts, areAssumed: true };

/** What became of the disclosure that a row's rule asks for, whether the rule is on or not. */
export const scoreDisclosures: Scorer = (row) => {
  const rule = findRule(row.rule ?? "");
  if (rule === null) {
    const because = "No rule with this id asks for words that can be looked for.";
    return { id: row.id, ...nothingOf(row, because) };
  }
  const assembled = contactOfRow(row);
  const [interaction] = assembled.interactions;
  if (interaction === undefined) {
    return { id: row.id, ...nothingOf(row, "There is no contact in this row.") };
  }
  const { messages } = assembled;
  const startUs = startOf(row);
  const region = row.region ?? null;
  const contact = { interaction, messages, region, startUs, notices: [], facts: assumed };
  const [found] = evaluateOverCase(rule, [contact], []);
  if (found === undefined)
    return { id: row.id, ...nothingOf(row, "There is no contact in this row.") };
  return { id: row.id, ...lineOf(found, assembled) };
};

function nothingOf(row: Row, because: string): FoundDisclosure {
  const none = { evidence: [], missing_elements: [], searched: null, near_miss: null };
  return { rule: row.rule ?? "", state: "not_evaluable", because, ...none };
}

function lineOf(found: CaseDisclosure, assembled: CaseToJudge): FoundDisclosure {
  const { rule, status, because, quote, missingElements, searched, nearMiss } = found;
  return {
    rule,
    state: status,
    because,
    evidence: quote === null ? [] : [placeInRow(quote, assembled)],
    missing_elements: missingElements,
    searched:
      searched === null
        ? null
        : {
            first_message: searched.firstMessage,
            last_message: searched.lastMessage,
            messages: searched.messages,
            seconds: (searched.toUs - searched.fromUs) / usPerSecond,
          },
    near_miss:
      nearMiss === null ? null : { kind: nearMiss.kind, ...placeInRow(nearMiss.quote, assembled) },
  };
}

/** The row as a case of one contact that a customer took part in; messages without times all have the same one. */
function contactOfRow(row: Row): CaseToJudge {
  const [contact] = row.interactions ?? [];
  const messages = contact?.messages ?? row.messages;
  const channel = parseChannel(row.channel ?? contact?.channel ?? "unknown") ?? "unknown";
  const agent_kind = kindOf(row.agent_kind ?? contact?.agent_kind ?? "unknown", messages);
  const assembled = caseOfRow({
    ...row,
    interactions: [{ channel, agent_kind, gap_minutes_before: 0, messages }],
  });
  const areTimed = messages.every(({ ts }) => ts !== undefined && ts !== null);
  const atUs = assembled.messages[0]?.atUs ?? 0;
  return {
    ...assembled,
    interactions: assembled.interactions.map((interaction) => ({
      ...interaction,
      isTouchpoint: true,
      strippedCount: strippedIn(messages),
    })),
    messages: areTimed
      ? assembled.messages
      : assembled.messages.map((message): Message => ({ ...message, atUs })),
  };
}

/** Where both an AI and a person speak, each message says which. */
function kindOf(kind: "ai" | "human" | "unknown", messages: readonly RowMessage[]): typeof kind {
  const roles = new Set(messages.map(({ role }) => role));
  return roles.has("agent") && roles.has("assistant") ? "unknown" : kind;
}

/** Empty messages where an agent's first words should stand; later ones are common in recognised speech. */
function strippedIn(messages: readonly RowMessage[]): number {
  const agents = messages.filter(
    ({ role, tool_calls }) =>
      (role === "assistant" || role === "agent") && (tool_calls ?? []).length === 0,
  );
  const first = agents.findIndex(({ content }) => content.trim() !== "");
  return first === -1 ? agents.length : first;
}

/** µs; null if the row does not say. */
function startOf({ ts, messages }: Row): number | null {
  const given = ts ?? messages[0]?.ts ?? null;
  if (typeof given === "number") return given > firstPlausible ? given * usPerSecond : null;
  const parsed = given === null ? Number.NaN : Date.parse(given);
  return Number.isNaN(parsed) ? null : parsed * 1000;
}

/** Smaller numbers are seconds from the beginning of the contact, not since 1970. */
const firstPlausible = 500_000_000;
