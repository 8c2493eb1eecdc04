import { channels, type Channel } from "@/lib/domain/trace/channel";
import {
  personaAttributes,
  personaRange,
  type PersonaAttribute,
  type PersonaContract,
  type PersonaRange,
} from "@/lib/domain/settings/persona-contract";
import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import { bucketAt } from "../select/bucket-at";
import type { CaseTable } from "../case-table/case-table";
import { selectChildren } from "../select/select-children";
import { changesOn, lineageOf, type PromptChange, type PromptVersion } from "../prompts/lineage";
import {
  countWithin,
  cutTime,
  findBaseline,
  stretchOf,
  sumSpoken,
  weekUs,
  type SpokenSums,
  type Stretches,
} from "../prompts/series";
import { spokenContacts, spokenKinds, spokenValues } from "./spoken-contacts";
import { thinDrift, type SpokenValue, type ThinDrift } from "./thin-drift";
import { weeklyDrift, type WeeklyDrift } from "./weekly-drift";
import { baselineFrom, weeksFrom, type Approved } from "../prompts/weeks";

/** Why a channel has no chart. */
export type NoDrift = {
  readonly kind: "none";
  readonly because: "no-baseline" | "not-asked";
};

/** One series of the page: a channel and something about how its AI agents speak. */
export type ChannelDrift = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** Contacts in which it was measured. */
  readonly contacts: number;
  /** What the contract asks of it there. */
  readonly range: PersonaRange | null;
  readonly changes: readonly PromptChange[];
  readonly drift: WeeklyDrift | ThinDrift | NoDrift;
};

export type DriftFigures = {
  /** Where baselines begin at the earliest, microseconds since 1970. */
  readonly fromUs: number;
  readonly lineage: readonly PromptVersion[];
  /** By attribute and channel, in their orders; channels without any contact of an AI agent have none. */
  readonly series: readonly ChannelDrift[];
};

/** The smallest change that matters: a quarter of a point on the scale of five; of what is counted, as much as one hears. */
export const leastChange: Readonly<Record<PersonaAttribute, number>> = {
  formality: 0.25,
  warmth: 0.25,
  empathy: 0.25,
  directness: 0.25,
  contractionRate: 5,
  sentenceLength: 1,
  readingGrade: 1,
  emojiRate: 0.5,
  hedgingRate: 0.5,
  apologyRate: 0.5,
};

/** Fewer contacts a week on average are charted one by one. */
const weeklyMin = 3;
/** The level to which false alarms of one page are held (Benjamini and Hochberg). */
const falseAlarms = 0.05;
/** Every contact: also those of which no word is known name their prompt. */
const wholeList = { metric: null, on: null, to: null, traits: {} };

/** The contract in force, and when it was approved. */
export type Approvals = Approved & {
  /** null: no contract is in force. */
  readonly contract: Pick<PersonaContract, "version" | "terms"> | null;
};

/** Until when all is told, microseconds since 1970, and the display zone, whose calendar the weeks are of. */
type Calendar = { readonly asOfUs: number; readonly timeZone: string };

/**
 * How every channel moves in every respect. A baseline begins with the approval of the contract in force.
 * The first contract ever approved has those weeks that whoever approved it could look back on. A
 * prompt changes no baseline.
 * @param keys of the cases, of all time
 */
export function driftFigures(
  table: CaseTable,
  keys: Uint32Array,
  approvals: Approvals,
  { asOfUs, timeZone }: Calendar,
): DriftFigures {
  const spoken = spokenContacts(table, keys);
  const contacts = selectChildren(table, "contacts", keys, wholeList);
  const lineage = lineageOf(table, contacts, "prompt");
  const begins = spoken.byChannel.map((places) => firstStart(table, places));
  const firstUs = Math.min(...begins);
  const fromUs = baselineFrom(firstUs === Infinity ? asOfUs : firstUs, approvals, timeZone);
  const weeks = weeksFrom(fromUs, asOfUs, timeZone);
  const terms = approvals.contract?.terms;
  const series = channels.flatMap((channel, at) => {
    const places = spoken.byChannel[at] ?? new Uint32Array(0);
    if (places.length === 0) return [];
    const changes = changesOn(lineage, channel);
    const cuts = changes.map((each) => each.atUs);
    const ownWeeks = weeks.subarray(Math.max(0, bucketAt(weeks, begins[at] ?? fromUs)));
    const sumsOf = sumsBy(table, places, cutTime(ownWeeks, cuts, asOfUs));
    return personaAttributes.map((attribute): ChannelDrift => {
      const sums = sumsOf(attribute);
      const range = terms === undefined ? null : personaRange(terms, attribute, channel);
      const valuesFrom = (atUs: number) => listValues(table, places, attribute, atUs, asOfUs);
      return {
        ...{ channel, attribute, range, changes },
        contacts: countWithin(sums, -Infinity, Infinity),
        drift: driftOf(sums, { attribute, range, changes: cuts, valuesFrom }),
      };
    });
  });
  const inOrder = personaAttributes.flatMap((attribute) =>
    series.filter((each) => each.attribute === attribute),
  );
  return { fromUs, lineage, series: withoutFalseAlarms(inOrder) };
}

/** Infinity of no contact. */
function firstStart({ contacts }: CaseTable, places: Uint32Array): number {
  const { startUs } = contacts.instants;
  return places.reduce((least, place) => Math.min(least, startUs[place] ?? Infinity), Infinity);
}

/** Sums some contacts up by attribute; where each belongs is found once. */
function sumsBy(
  table: CaseTable,
  places: Uint32Array,
  stretches: Stretches,
): (attribute: PersonaAttribute) => SpokenSums {
  const kinds = table.dictionaries.type.values.length;
  const { startUs } = table.contacts.instants;
  const kindOf = spokenKinds(table, places);
  const cells = new Int32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const stretch = stretchOf(stretches, startUs[places[index] ?? 0] ?? 0);
    cells[index] = stretch < 0 ? -1 : stretch * kinds + (kindOf[index] ?? 0);
  }
  return (attribute) => sumSpoken(stretches, kinds, cells, spokenValues(table, places, attribute));
}

/** One by one, ascending by time. */
function listValues(
  { contacts }: CaseTable,
  places: Uint32Array,
  attribute: PersonaAttribute,
  fromUs: number,
  asOfUs: number,
): readonly SpokenValue[] {
  const { startUs } = contacts.instants;
  const column = contacts.amounts[attribute];
  const found: SpokenValue[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const atUs = startUs[place] ?? 0;
    const value = column[place] ?? NaN;
    if (atUs >= fromUs && atUs <= asOfUs && !Number.isNaN(value)) found.push({ atUs, value });
  }
  return found.sort((one, other) => one.atUs - other.atUs);
}

function driftOf(
  sums: SpokenSums,
  {
    attribute,
    range,
    changes,
    valuesFrom,
  }: {
    readonly attribute: PersonaAttribute;
    readonly range: PersonaRange | null;
    readonly changes: readonly number[];
    readonly valuesFrom: (fromUs: number) => readonly SpokenValue[];
  },
): ChannelDrift["drift"] {
  const baseline = findBaseline(sums);
  if (baseline === null) return { kind: "none", because: "no-baseline" };
  const { asOfUs } = sums.stretches;
  const weeks = (asOfUs - baseline.toUs) / weekUs;
  const isThin = countWithin(sums, baseline.toUs, asOfUs) < weeks * weeklyMin;
  if (!isThin) return weeklyDrift(sums, baseline, { least: leastChange[attribute], changes });
  if (range === null) return { kind: "none", because: "not-asked" };
  const { target, tolerance } = range;
  const isOff = (value: number) => Math.abs(value - target) > tolerance;
  return thinDrift(valuesFrom(baseline.fromUs), baseline, isOff);
}

/**
 * Takes back alarms that so many series at once raise by chance (Benjamini and Hochberg).
 * @returns the series in their order
 */
export function withoutFalseAlarms(series: readonly ChannelDrift[]): readonly ChannelDrift[] {
  const adjusted = benjaminiHochberg(series.map(({ drift }) => chanceOf(drift)));
  return series.map((each, at) => {
    const { drift } = each;
    if (drift.kind === "none" || (adjusted[at] ?? 1) <= falseAlarms) return each;
    return { ...each, drift: { ...drift, alarms: [], alarm: null } };
  });
}

/** The least chance at which it changed: at an alarm, or by now, as a slow change grows certain after its alarm. */
function chanceOf(drift: ChannelDrift["drift"]): number {
  if (drift.kind === "none") return 1;
  const effects = [...drift.alarms.map(({ effect }) => effect), drift.effect];
  return Math.min(1, ...effects.map((effect) => effect?.chance ?? 1));
}
