import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { channels } from "@/lib/domain/trace/channel";
import { noteActs } from "@/lib/domain/case/contact-style";
import { outcomes } from "@/lib/domain/case/outcome";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import { agentsValues } from "../facets/case-facets";
import { initiators, type ContactRow } from "../rows/contact-row";
import { encodeAnswers, type AnswerStanding } from "./answers";
import { createDimensionGroup, numberer, type Coded, setCombination } from "./coding";
import { numberName, type Names } from "./names";
import { createPartTable, firstCapacity, reserveRows, type PartTable } from "./part-table";

/** The channel on which a customer was back, where it was in the same case. */
export const nextChannels = ["none", ...channels, "another case"] as const;

/** Within which time a customer was in touch again, the shortest that holds. */
export const followedWithin = ["never", "7d", "72h", "24h"] as const;
/** The longest of these times that has passed since a contact. */
export const timesPassed = ["none", "24h", "72h", "7d"] as const;

/** What it is by itself. */
const contactLists = {
  channel: channels,
  agents: agentsValues,
  initiator: initiators,
  /** What conversation_resolution says: good from one half on. */
  score: ["none", "bad", "good"],
  /** Whether persona_consistency finds it as the contract says: from 0.8 on, less than a broken rule leaves. */
  persona: ["none", "off", "on"],
  isTransferred: [false, true],
  isAnswered: [false, true],
  isAnsweredByPerson: [false, true],
  notes: noteActs,
} as const;

/** Whether others followed. */
const returnLists = {
  channel: channels,
  isFirst: [false, true],
  isLast: [false, true],
  /** How soon the customer was in touch again, on any channel: within which of the times. */
  followed: followedWithin,
  /** How much of these times has passed since. */
  passed: timesPassed,
  /** What a report of its channel alone would see: nothing of what happens on others. */
  onChannel: ["later", "early", "single", "repeated"],
  /** Whether policy lets its case be resolved in the first contact. */
  isAtOnce: [false, true],
  /** Its case's. */
  outcome: outcomes,
} as const;

/** Whether AI alone was enough. */
const containmentLists = {
  agents: agentsValues,
  initiator: initiators,
  /** Of a contact that AI alone served: whether the customer was back within 72 hours. */
  containment: ["none", "early", "held", "failed"],
  /** Where they were back after it failed. */
  back: nextChannels,
} as const;

export type ContactStanding = Coded<typeof contactLists>;
export type ReturnStanding = Coded<typeof returnLists>;
export type ContainmentStanding = Coded<typeof containmentLists>;

/** What metrics ask of a contact, as of an instant. */
export type ContactDimensions = {
  readonly contacts: ContactStanding;
  readonly returns: ReturnStanding;
  readonly containments: ContainmentStanding;
  readonly answers: AnswerStanding;
};

const numberContact = numberer(contactLists);
const numberReturn = numberer(returnLists);
const numberContainment = numberer(containmentLists);

const instantNames = ["startUs", "endUs"] as const;
/** Durations are seconds; channel, agents and initiator positions in their lists; prompt and release names. */
const amountNames = [
  "ordinal",
  "channel",
  "agents",
  "initiator",
  "isTransferred",
  "resolution",
  "answer",
  "humanAnswer",
  "handled",
  "human",
  "notes",
  "prompt",
  "release",
  "persona",
  "words",
  ...(["frustration", "politeness"] as const),
  ...personaAttributes,
] as const;

export type ContactTable = PartTable<
  (typeof instantNames)[number],
  (typeof amountNames)[number],
  ContactDimensions
>;

export function createContactTable(): ContactTable {
  return createPartTable(instantNames, amountNames, {
    contacts: createDimensionGroup(firstCapacity),
    returns: createDimensionGroup(firstCapacity),
    containments: createDimensionGroup(firstCapacity),
    answers: createDimensionGroup(firstCapacity),
  });
}

const secondUs = 1_000_000;

/** Writes a case's contacts in place of those it had. */
export function putContacts(
  table: ContactTable,
  names: Names,
  key: number,
  rows: readonly ContactRow[],
): void {
  const first = reserveRows(table, key, rows.length);
  const { instants, amounts } = table;
  rows.forEach((row, index) => {
    const place = first + index;
    instants.startUs[place] = row.startUs;
    instants.endUs[place] = row.endUs;
    amounts.ordinal[place] = row.ordinal;
    amounts.channel[place] = channels.indexOf(row.channel);
    amounts.agents[place] = agentsValues.indexOf(row.agents);
    amounts.initiator[place] = initiators.indexOf(row.initiator);
    amounts.isTransferred[place] = Number(row.isTransferred);
    amounts.resolution[place] = row.resolution ?? NaN;
    amounts.answer[place] = (row.answerUs ?? NaN) / secondUs;
    amounts.humanAnswer[place] = (row.humanAnswerUs ?? NaN) / secondUs;
    amounts.handled[place] = row.handledUs / secondUs;
    amounts.human[place] = row.humanUs / secondUs;
    amounts.notes[place] = noteActs.indexOf(row.notes);
    amounts.prompt[place] = numberName(names, row.prompt);
    amounts.release[place] = numberName(names, row.release);
    amounts.persona[place] = row.persona ?? NaN;
    amounts.words[place] = row.style?.words ?? NaN;
    amounts.frustration[place] = row.frustration ?? NaN;
    amounts.politeness[place] = row.politeness ?? NaN;
    personaAttributes.forEach((attribute, position) => {
      amounts[attribute][place] = row.style?.values[position] ?? NaN;
    });
    encodeContact(table, place);
    encodeAnswers(table.dimensionGroups.answers, place, row);
  });
}

const resolvedFrom = bandLimits("conversation_resolution").high;
const keptFrom = bandLimits("persona_consistency").high;

/** Tells what a contact is by itself, which no instant changes. */
function encodeContact({ amounts, dimensionGroups }: ContactTable, place: number): void {
  const { contacts } = dimensionGroups;
  const resolution = amounts.resolution[place] ?? NaN;
  const persona = amounts.persona[place] ?? NaN;
  contacts.standing[place] = numberContact(contacts.standings, {
    channel: amounts.channel[place] ?? 0,
    agents: amounts.agents[place] ?? 0,
    initiator: amounts.initiator[place] ?? 0,
    score: resolution >= resolvedFrom ? 2 : resolution < resolvedFrom ? 1 : 0,
    persona: persona >= keptFrom ? 2 : persona < keptFrom ? 1 : 0,
    isTransferred: amounts.isTransferred[place] ?? 0,
    isAnswered: Number(!Number.isNaN(amounts.answer[place])),
    isAnsweredByPerson: Number(!Number.isNaN(amounts.humanAnswer[place])),
    notes: amounts.notes[place] ?? 0,
  });
}

const hoursUs = 3_600_000_000;
/** A contact that AI alone served is held to have helped where no other follows within 72 hours. */
const containmentUs = 72 * hoursUs;
const dayUs = 24 * hoursUs;
const followUs = 7 * dayUs;

/** What is to be known of the case whose contacts are told. */
export type CaseAt = {
  readonly outcome: number;
  readonly isAtOnce: boolean;
  /** When the customer came back in another case; Infinity where they did not. */
  readonly repeatUs: number;
  readonly asOfUs: number;
};

/**
 * Tells how a case's contacts stand as of an instant.
 * @param due is given each instant at which one of them may stand otherwise, past and to come
 */
export function encodeContacts(
  table: ContactTable,
  key: number,
  { outcome, isAtOnce, repeatUs, asOfUs }: CaseAt,
  due: (instantUs: number) => void,
): void {
  const { instants, amounts } = table;
  const { returns, containments } = table.dimensionGroups;
  const first = table.first[key] ?? 0;
  const end = first + (table.count[key] ?? 0);
  for (let place = first; place < end; place += 1) {
    const endUs = instants.endUs[place] ?? 0;
    const channel = amounts.channel[place] ?? 0;
    const nextUs = place + 1 < end ? (instants.startUs[place + 1] ?? Infinity) : Infinity;
    const backUs = Math.min(nextUs, repeatUs);
    const isContained = amounts.agents[place] === aiAlone && amounts.isTransferred[place] === 0;
    const again = nextOnChannel(table, place, end, channel);
    const containment = isContained ? stateOf(endUs + containmentUs, backUs, asOfUs) : "none";
    const own = stateOf(endUs + followUs, again, asOfUs);
    due(endUs + dayUs);
    due(endUs + containmentUs);
    due(endUs + followUs);
    due(backUs);
    due(again);
    setCombination(
      returns,
      place,
      numberReturn(returns.standings, {
        channel,
        outcome,
        isFirst: Number(place === first),
        isLast: Number(place === end - 1),
        followed: backUs > asOfUs ? 0 : 3 - lengthOf(backUs - endUs),
        passed: lengthOf(asOfUs - endUs),
        onChannel: isLaterOnChannel(table, first, place, channel)
          ? 0
          : 1 + ["early", "held", "failed"].indexOf(own),
        isAtOnce: Number(isAtOnce),
      }),
    );
    setCombination(
      containments,
      place,
      numberContainment(containments.standings, {
        agents: amounts.agents[place] ?? 0,
        initiator: amounts.initiator[place] ?? 0,
        containment: containmentLists.containment.indexOf(containment),
        back: containment === "failed" ? backOf(nextUs, repeatUs, amounts.channel[place + 1]) : 0,
      }),
    );
  }
}

const aiAlone = agentsValues.indexOf("ai");

/** How many of 24 hours, 72 hours and seven days a time is as long as. */
function lengthOf(us: number): number {
  return Number(us >= dayUs) + Number(us >= containmentUs) + Number(us >= followUs);
}

/** Whether somebody was back before an instant: `early` where that is to come and nobody was yet. */
function stateOf(untilUs: number, backUs: number, asOfUs: number): "early" | "held" | "failed" {
  if (backUs < untilUs && backUs <= asOfUs) return "failed";
  return untilUs <= asOfUs ? "held" : "early";
}

function backOf(nextUs: number, repeatUs: number, channel: number | undefined): number {
  return repeatUs < nextUs ? nextChannels.length - 1 : 1 + (channel ?? 0);
}

function isLaterOnChannel(
  { amounts }: ContactTable,
  first: number,
  place: number,
  channel: number,
): boolean {
  for (let each = first; each < place; each += 1) {
    if (amounts.channel[each] === channel) return true;
  }
  return false;
}

/** When the customer was next on the same channel; Infinity where they were not. */
function nextOnChannel(
  { amounts, instants }: ContactTable,
  place: number,
  end: number,
  channel: number,
): number {
  for (let each = place + 1; each < end; each += 1) {
    if (amounts.channel[each] === channel) return instants.startUs[each] ?? Infinity;
  }
  return Infinity;
}
