import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { channels } from "@/lib/domain/trace/channel";
import { noteActs } from "@/lib/domain/case/contact-style";
import { outcomes } from "@/lib/domain/case/outcome";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import { agentsValues } from "../facets/case-facets";
import { contactReadings, initiators, readingOf, type ContactRow } from "../rows/contact-row";
import { encodeAnswers, type AnswerValues } from "./answers";
import { createDimensionGroup, numberer, type Coded, setCombination } from "./coding";
import { numberName, type Names } from "./names";
import { createChildTable, firstCapacity, putRows, type ChildTable } from "./child-table";

/** The channel on which a customer was back, where it was in the same case. */
export const nextChannels = ["none", ...channels, "another case"] as const;

/** Within which time the customer was in touch again: the shortest that holds. */
export const followedWithin = ["never", "7d", "72h", "24h"] as const;
/** The longest of these times that has passed since a contact. */
export const timesPassed = ["none", "24h", "72h", "7d"] as const;

/** Dimensions that do not depend on `asOf`. */
export const contactLists = {
  channel: channels,
  agents: agentsValues,
  initiator: initiators,
  /** conversation_resolution: good from 0.5 on. */
  score: ["none", "bad", "good"],
  /** persona_consistency: kept from 0.8 on, which one broken rule makes impossible. */
  persona: ["none", "off", "on"],
  isTransferred: [false, true],
  isAnswered: [false, true],
  isAnsweredByPerson: [false, true],
  notes: noteActs,
} as const;

/** Whether others followed. */
export const returnLists = {
  channel: channels,
  isFirst: [false, true],
  isLast: [false, true],
  /** How soon the customer was in touch again, on any channel: within which of the times. */
  followed: followedWithin,
  /** Which of these times have passed since. */
  passed: timesPassed,
  /** As reported by its channel alone, without other channels. */
  onChannel: ["later", "early", "single", "repeated"],
  /** Whether its case can be resolved in the first contact. */
  isAtOnce: [false, true],
  /** Its case's. */
  outcome: outcomes,
} as const;

/** Whether AI alone was enough. */
export const containmentLists = {
  agents: agentsValues,
  initiator: initiators,
  /** Of a contact that AI alone served: whether the customer was back within 72 hours. */
  containment: ["none", "early", "held", "failed"],
  /** Where they were back after it failed. */
  back: nextChannels,
} as const;

export type ContactValues = Coded<typeof contactLists>;
export type ReturnValues = Coded<typeof returnLists>;
export type ContainmentValues = Coded<typeof containmentLists>;

/** Dimension values of a contact at `asOf`. */
export type ContactDimensions = {
  readonly contacts: ContactValues;
  readonly returns: ReturnValues;
  readonly containments: ContainmentValues;
  readonly answers: AnswerValues;
};

const numberContact = numberer(contactLists);
const numberReturn = numberer(returnLists);
const numberContainment = numberer(containmentLists);

const secondUs = 1_000_000;
const seconds = (us: number | null): number => (us ?? NaN) / secondUs;

/** Durations are seconds; channel, agents and initiator are indices of their lists; prompt and release are names. */
const contactColumns = {
  instants: {
    startUs: (row: ContactRow) => row.startUs,
    endUs: (row: ContactRow) => row.endUs,
  },
  integers: {
    ordinal: (row: ContactRow) => row.ordinal,
    channel: (row: ContactRow) => channels.indexOf(row.channel),
    agents: (row: ContactRow) => agentsValues.indexOf(row.agents),
    initiator: (row: ContactRow) => initiators.indexOf(row.initiator),
    isTransferred: (row: ContactRow) => Number(row.isTransferred),
    notes: (row: ContactRow) => noteActs.indexOf(row.notes),
    reading: (row: ContactRow) => contactReadings.indexOf(readingOf(row)),
    prompt: (row: ContactRow, names: Names) => numberName(names, row.prompt),
    release: (row: ContactRow, names: Names) => numberName(names, row.release),
  },
  amounts: {
    resolution: (row: ContactRow) => row.resolution ?? NaN,
    answer: (row: ContactRow) => seconds(row.answerUs),
    humanAnswer: (row: ContactRow) => seconds(row.humanAnswerUs),
    handled: (row: ContactRow) => seconds(row.handledUs),
    human: (row: ContactRow) => seconds(row.humanUs),
    persona: (row: ContactRow) => row.persona ?? NaN,
    words: (row: ContactRow) => row.style?.words ?? NaN,
    frustration: (row: ContactRow) => row.frustration ?? NaN,
    politeness: (row: ContactRow) => row.politeness ?? NaN,
    ...styleColumns(),
  },
};

function styleColumns() {
  type Attribute = (typeof personaAttributes)[number];
  const columns = personaAttributes.map(
    (attribute, at) => [attribute, ({ style }: ContactRow) => style?.values[at] ?? NaN] as const,
  );
  // `Object.fromEntries` loses the type of the names.
  return Object.fromEntries(columns) as Record<Attribute, (row: ContactRow) => number>;
}

export type ContactTable = ChildTable<
  keyof typeof contactColumns.instants,
  keyof typeof contactColumns.integers,
  keyof typeof contactColumns.amounts,
  ContactDimensions
>;

export function createContactTable(): ContactTable {
  return createChildTable(contactColumns, {
    contacts: createDimensionGroup(firstCapacity),
    returns: createDimensionGroup(firstCapacity),
    containments: createDimensionGroup(firstCapacity),
    answers: createDimensionGroup(firstCapacity),
  });
}

/** Replaces a case's contacts. */
export function putContacts(
  table: ContactTable,
  names: Names,
  key: number,
  rows: readonly ContactRow[],
): void {
  const first = putRows(table, contactColumns, key, rows, names);
  rows.forEach((row, index) => {
    encodeContact(table, first + index);
    encodeAnswers(table.dimensionGroups.answers, first + index, row);
  });
}

const resolvedFrom = bandLimits("conversation_resolution").high;
const keptFrom = bandLimits("persona_consistency").high;

/** Encodes a contact's dimensions that do not depend on `asOf`. */
function encodeContact({ amounts, integers, dimensionGroups }: ContactTable, place: number): void {
  const { contacts } = dimensionGroups;
  const resolution = amounts.resolution[place] ?? NaN;
  const persona = amounts.persona[place] ?? NaN;
  contacts.codes[place] = numberContact(contacts.combinations, {
    channel: integers.channel[place] ?? 0,
    agents: integers.agents[place] ?? 0,
    initiator: integers.initiator[place] ?? 0,
    score: resolution >= resolvedFrom ? 2 : resolution < resolvedFrom ? 1 : 0,
    persona: persona >= keptFrom ? 2 : persona < keptFrom ? 1 : 0,
    isTransferred: integers.isTransferred[place] ?? 0,
    isAnswered: Number(!Number.isNaN(amounts.answer[place])),
    isAnsweredByPerson: Number(!Number.isNaN(amounts.humanAnswer[place])),
    notes: integers.notes[place] ?? 0,
  });
}

const hoursUs = 3_600_000_000;
/** A contact served by AI alone counts as contained if no other follows within 72 hours. */
const containmentUs = 72 * hoursUs;
const dayUs = 24 * hoursUs;
const followUs = 7 * dayUs;

/** What contacts need of their case. */
export type CaseAt = {
  readonly outcome: number;
  readonly isAtOnce: boolean;
  /** When the customer came back in another case; Infinity where they did not. */
  readonly repeatUs: number;
  readonly asOfUs: number;
};

/**
 * Encodes a case's contacts at `asOf`.
 * @param due is called with each instant, past and future, at which a code may change
 */
export function encodeContacts(
  table: ContactTable,
  key: number,
  { outcome, isAtOnce, repeatUs, asOfUs }: CaseAt,
  due: (instantUs: number) => void,
): void {
  const { instants, integers } = table;
  const { returns, containments } = table.dimensionGroups;
  const first = table.first[key] ?? 0;
  const end = first + (table.count[key] ?? 0);
  for (let place = first; place < end; place += 1) {
    const endUs = instants.endUs[place] ?? 0;
    const channel = integers.channel[place] ?? 0;
    const nextUs = place + 1 < end ? (instants.startUs[place + 1] ?? Infinity) : Infinity;
    const backUs = Math.min(nextUs, repeatUs);
    const isContained = integers.agents[place] === aiAlone && integers.isTransferred[place] === 0;
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
      numberReturn(returns.combinations, {
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
      numberContainment(containments.combinations, {
        agents: integers.agents[place] ?? 0,
        initiator: integers.initiator[place] ?? 0,
        containment: containmentLists.containment.indexOf(containment),
        back: containment === "failed" ? backOf(nextUs, repeatUs, integers.channel[place + 1]) : 0,
      }),
    );
  }
}

const aiAlone = agentsValues.indexOf("ai");

/** The number of 24 hours, 72 hours and seven days that a time reaches. */
function lengthOf(us: number): number {
  return Number(us >= dayUs) + Number(us >= containmentUs) + Number(us >= followUs);
}

/**
 * Whether the customer was back before an instant: `early` where that is in the future, whether or not they are back
 * already, since returns that count before silence does would make every share of the latest days too high.
 */
function stateOf(untilUs: number, backUs: number, asOfUs: number): "early" | "held" | "failed" {
  if (untilUs > asOfUs) return "early";
  return backUs < untilUs ? "failed" : "held";
}

function backOf(nextUs: number, repeatUs: number, channel: number | undefined): number {
  return repeatUs < nextUs ? nextChannels.length - 1 : 1 + (channel ?? 0);
}

function isLaterOnChannel(
  { integers }: ContactTable,
  first: number,
  place: number,
  channel: number,
): boolean {
  for (let each = first; each < place; each += 1) {
    if (integers.channel[each] === channel) return true;
  }
  return false;
}

/** When the customer was next on the same channel; Infinity where they were not. */
function nextOnChannel(
  { integers, instants }: ContactTable,
  place: number,
  end: number,
  channel: number,
): number {
  for (let each = place + 1; each < end; each += 1) {
    if (integers.channel[each] === channel) return instants.startUs[each] ?? Infinity;
  }
  return Infinity;
}
