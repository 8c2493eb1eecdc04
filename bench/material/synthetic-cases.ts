import type { InferSelectModel } from "drizzle-orm";
import { cases } from "@/db/schema";
import {
  closureEvidences,
  handoffKinds,
  type Handoff,
  type Interaction,
} from "@/lib/domain/case/case";
import {
  contactDisclosures,
  requiredStatuses,
  unreadReasons,
} from "@/lib/domain/case/case-disclosure";
import { casePii } from "@/lib/domain/case/case-pii";
import { escalationReasons } from "@/lib/domain/case/escalation-reason";
import { promiseKinds, promiseStatuses } from "@/lib/domain/case/case-promise";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { risks, type AgentKind } from "@/lib/domain/trace/identity";
import { handoffVerdicts } from "@/lib/analytics/facets/case-facets";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import { countedFates, type HandoffRow } from "@/lib/analytics/rows/handoff-row";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";
import { statement, type Database } from "@/lib/store/port";
import { insertChildRows, type ChildRows } from "@/lib/store/cases/child-rows";
import { rowCodec, type SqlValue } from "@/lib/store/row-codec";
import { resolvedCase } from "@/lib/testing/cases/case-table-rows";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";
import { ownVersion, syntheticFailures, syntheticValues } from "./synthetic-values";

const dayUs = 86_400_000_000;
/** 2026-01-05T08:00:00Z; cases open over the following half year, numbered in order to within a day. */
export const firstUs = 1_767_600_000_000_000;
export const days = 182;
const casesPerTransaction = 5000;

export const types = Array.from({ length: 24 }, (_, index) => `type_${String(index)}`);
/** Two concurrent versions of a prompt, chosen at random per contact. */
export const prompts = ["app@a", "app@b"] as const;
/** The template of each channel, shared by voice and chat; each version lasts six weeks. */
const templates: Readonly<Record<Channel, string | null>> = {
  voice: "core",
  chat: "core",
  email: "mail",
  sms: "text",
  social: "social",
  in_app: null,
  unknown: null,
};
const promptUs = 42 * dayUs;
/** Each case type has two teams; one contact in eight is with a team of all types. */
function teamOf(kind: number, random: SeededRandom): string {
  return random.below(8) === 0 ? "Front desk" : `Team ${String(2 * kind + random.below(2))}`;
}

/** A week's release. */
function releaseAt(atUs: number): string {
  return `2026.${String(Math.floor((atUs - firstUs) / (7 * dayUs)))}`;
}

function promptAt(channel: Channel, atUs: number, random: SeededRandom): string {
  const template = templates[channel];
  if (template === null) return random.pick(prompts);
  return `${template}@v${String(Math.floor((atUs - firstUs) / promptUs))}`;
}

const evaluators = ["conversation_resolution", "repeat_information"];

/** The word of a frequency rank. */
export function wordOf(rank: number): string {
  return `w${rank.toString(36)}x`;
}

/**
 * Writes cases with contacts and text directly into the tables, without spans, since deriving a million takes hours.
 */
export async function writeSyntheticCases(db: Database, count: number): Promise<void> {
  const random = seededRandom(count);
  for (let from = 0; from < count; from += casesPerTransaction) {
    const until = Math.min(from + casesPerTransaction, count);
    await db.write(async (connection) => {
      const insertCase = statement<SqlValue[]>(connection, caseSql);
      const insertWords = statement<[number, string]>(
        connection,
        "INSERT INTO case_search (rowid, words) VALUES (?, ?)",
      );
      for (let index = from; index < until; index += 1) {
        const { row, children } = syntheticCase(index, openedAt(index / count, random), random);
        await insertCase.run(...codec.values(row));
        const derived = { caseId: row.caseId, messages: [], ...derivedOf(children, random) };
        await insertChildRows(connection, row.key, derived, children);
        await insertWords.run(index + 1, sentence(random));
      }
    });
  }
}

const codec = rowCodec(cases);
const caseSql = `INSERT INTO cases ${codec.insert}`;

/** @param share of all cases that opened before */
function openedAt(share: number, random: SeededRandom): number {
  const before = Math.floor(share * (days - 1) * 86_400);
  return firstUs + (before + random.below(86_400)) * 1_000_000;
}

function syntheticCase(index: number, openedUs: number, random: SeededRandom) {
  const contacts = Array.from({ length: 1 + Math.floor(random.below(6) ** 2 / 6) }, () =>
    random.pick(channels.filter((channel) => channel !== "unknown")),
  );
  const kind = random.below(types.length);
  const served = contacts.map(() => teamOf(kind, random));
  const lastUs = openedUs + random.below(10 * 86_400) * 1_000_000;
  const closedUs = random.below(10) < 8 ? lastUs + dayUs : null;
  const verdicts = contacts.slice(1).map(() => random.pick(handoffVerdicts));
  const scores = evaluators
    .filter(() => random.below(4) > 0)
    .map((evaluator) => ({ evaluator, value: random.below(11) / 10 }));
  const row: InferSelectModel<typeof cases> = {
    ...fixed,
    key: index + 1,
    caseId: `C-${String((index * 7919) % 10_000_019).padStart(8, "0")}`,
    customerId: `cust-${String(random.below(1_000_000))}`,
    caseType: types[kind] ?? null,
    risk: random.pick([...risks, null]),
    region: random.pick(["EU", "US", null]),
    teams: [...new Set(served)],
    channels: contacts,
    agentKinds: random.pick<readonly AgentKind[]>([["ai"], ["human"], ["ai", "human"]]),
    releases: [...new Set(contacts.map((_, ordinal) => releaseAt(openedUs + ordinal * dayUs)))],
    touchpoints: contacts.length,
    interactions: contacts.length,
    handoffs: contacts.length - 1,
    messages: contacts.length * (2 + random.below(12)),
    spans: contacts.length * 20,
    openedUs,
    lastContactUs: lastUs,
    closedUs,
    closedFrom: closedUs === null ? null : random.pick(["event", "record", "inferred"]),
    reopenedUs: random.below(12) === 0 ? lastUs + 2 * dayUs : null,
    matureUs: openedUs + 14 * dayUs,
    evidence: random.pick(closureEvidences),
    csat: random.below(3) === 0 ? 1 + random.below(5) : null,
    handoffKinds: handoffKinds.filter(() => random.below(4) === 0),
    handoffVerdicts: verdicts,
    worstScores: scores,
    changed: Math.floor(index / 32),
    containedUs: random.below(2) === 0 ? openedUs + hourUs : null,
    secondContactUs: contacts.length > 1 ? openedUs + dayUs : null,
    pii: random.below(20) === 0 ? random.pick(casePii) : "leaked",
    pausedUs: random.below(20) === 0 ? random.below(hourUs) : 0,
    businessUs: closedUs === null ? null : Math.floor((closedUs - openedUs) / 4),
    slaDueUs: random.below(2) === 0 ? openedUs + 3 * dayUs : null,
    ...{ slaRiskUs: openedUs + 2 * dayUs, failures: syntheticFailures(index) },
  };
  return { row, children: childrenOf(contacts, served, openedUs, random) };
}

/** The interactions and handoffs of a case, as far as its children say them. */
function derivedOf({ contactRows, handoffRows }: ChildRows, random: SeededRandom) {
  return {
    interactions: contactRows.map((row): Interaction => ({
      ...row,
      ...{ isTouchpoint: true, interactionId: null, messageCount: 8, spanCount: 20 },
      agentKinds: [random.pick<AgentKind>(["ai", "human"])],
      ...{
        agentIds: [],
        promptVersions: [],
        models: [],
        releases: [],
        strippedCount: 0,
        ...{ isPassedOn: false, account: 0 },
      },
    })),
    handoffs: handoffRows.map((row): Handoff => ({
      ...row,
      ...{ fromInteraction: row.ordinal, toInteraction: row.ordinal + 1, toTeam: row.team },
      ...{ isChannelChanged: row.from !== row.to, atMessage: 0 },
    })),
  };
}

const hourUs = 3_600_000_000;

/** The rows of a case's contacts, handoffs and promises, a day apart. */
function childrenOf(
  contacts: readonly Channel[],
  teams: readonly string[],
  openedUs: number,
  random: SeededRandom,
): ChildRows {
  const contactRows = contacts.map((channel, ordinal): ContactRow => {
    const startUs = openedUs + ordinal * dayUs;
    return {
      ...{ ordinal, channel, startUs, endUs: startUs + hourUs, isTransferred: false },
      agents: random.pick(["ai", "human", "both"]),
      initiator: random.pick(["customer", "agent"]),
      resolution: random.below(4) === 0 ? null : random.below(11) / 10,
      answerUs: random.below(600) * 1_000_000,
      humanAnswerUs: null,
      handledUs: random.below(hourUs),
      humanUs: random.below(hourUs),
      notes: random.pick(["none", "read", "both"]),
      prompt: promptAt(channel, startUs, random),
      release: releaseAt(startUs),
      team: teams[ordinal] ?? null,
      persona: random.below(11) / 10,
      grounded: random.below(4) === 0 ? random.below(11) / 10 : null,
      faithful: random.below(4) === 0 ? random.below(11) / 10 : null,
      frustration: random.below(20) === 0 ? 0.8 : 0.1,
      politeness: random.below(20) === 0 ? 0.2 : 0.7,
      disclosures: random.below(10) === 0 ? random.pick(contactDisclosures) : "given",
      escalation: random.below(20) === 0 ? random.pick(escalationReasons) : null,
      falseSuccess: null,
      style: {
        words: 20 + random.below(200),
        values: personaAttributes.map(() => random.below(500) / 100),
      },
      unread: random.below(20) === 0 ? random.pick(unreadReasons) : null,
    };
  });
  const handoffRows = contacts.slice(1).map((to, ordinal): HandoffRow => {
    const count = () => countedFates.map(() => Math.floor(random.below(6) / 4));
    return {
      ...{ ordinal, to, from: contacts[ordinal] ?? "unknown", initiator: "customer" },
      kind: random.pick(handoffKinds),
      fromKind: random.pick(["ai", "human"]),
      toKind: random.pick(["ai", "human"]),
      atUs: openedUs + (ordinal + 1) * dayUs,
      gapUs: random.below(dayUs),
      verdict: random.pick(["kept", "asked-again", "unknown"]),
      facts: [count(), count(), count()],
      packet: null,
      release: releaseAt(openedUs + (ordinal + 1) * dayUs),
      team: teams[ordinal + 1] ?? null,
      context: random.pick([0, 0.5, 1, null]),
    };
  });
  const promiseRows = random.below(2) === 0 ? [] : [promiseOf(contacts, openedUs, random)];
  const disclosureRows = contactRows.flatMap((row) => disclosuresOf(row, random));
  return {
    ...{ contactRows, handoffRows, promiseRows, piiRows: syntheticValues(contactRows, random) },
    disclosureRows: disclosureRows.map((row, ordinal) => ({ ordinal, ...row })),
  };
}

const rules = ["ai-identity-eu-art50", "recording-notice-all-party"] as const;
/** Two rules on most contacts. */
function disclosuresOf(
  { ordinal: interaction, channel, startUs, agents, release }: ContactRow,
  random: SeededRandom,
): readonly Omit<DisclosureRow, "ordinal">[] {
  return rules
    .filter(() => random.below(3) > 0)
    .map((rule) => ({
      ...{ rule, interaction, channel, agents, release, version: 1, atUs: startUs },
      status: random.below(4) === 0 ? random.pick(requiredStatuses) : "given",
      ...{ anchor: `${String(startUs)}-${String(interaction)}`, review: "open" as const },
      ...{ reviewId: null, reviewer: null },
      message: 0,
      ...{ words: "You are talking to an AI assistant.", wordsFrom: "evidence" as const },
      because: "Said in the agent's first turn.",
    }));
}

function promiseOf(
  [channel = "unknown"]: readonly Channel[],
  openedUs: number,
  random: SeededRandom,
): PromiseRow {
  return {
    ...{ ordinal: 0, channel, message: 3, by: "ai", what: "callback", madeUs: openedUs },
    kind: random.pick(promiseKinds),
    dueUs: random.below(3) === 0 ? null : openedUs + random.below(20) * dayUs,
    dueWords: "soon",
    status: random.pick(promiseStatuses),
    settledUs: random.below(2) === 0 ? null : openedUs + random.below(20) * dayUs,
    received: random.below(2) === 0 ? null : { channel: "voice", reception: "known" },
  };
}

const fixed = {
  ...resolvedCase,
  ...{ intentConfidence: null, intentBecause: null, closureMethod: "agent_resolve" as const },
  ...{ closureBecause: "The agent closed it.", closureQuotes: [], caseEvents: [], findings: [] },
  ...{ repeatCaseId: null, derivedWith: ownVersion },
};

/**
 * Words by Zipf's law: the most frequent of twenty thousand is in every other case, the rarest in one of thousands.
 */
function sentence(random: SeededRandom): string {
  return Array.from({ length: 24 }, () => wordOf(wordRank(random))).join(" ");
}

/** A random word's frequency rank, from 0. */
export function wordRank(random: SeededRandom): number {
  return Math.floor(20_000 ** (random.below(1_000_000) / 1_000_000)) - 1;
}
