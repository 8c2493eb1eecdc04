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
import { spokenContacts, spokenKinds } from "./spoken-contacts";
import { thinDrift, type SpokenValue, type ThinDrift } from "./thin-drift";
import { weeklyDrift, type WeeklyDrift } from "./weekly-drift";
import { baselineFrom, weeksFrom, type Approved } from "../prompts/weeks";

/** Why a channel has no chart. */
export type NoDrift = {
  readonly kind: "none";
  readonly because: "no-baseline" | "not-asked";
};

/** A series: a channel and an attribute of how its AI agents speak. */
export type ChannelDrift = {
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  /** Contacts in which it was measured. */
  readonly contacts: number;
  /** The contract's range of it there. */
  readonly range: PersonaRange | null;
  readonly changes: readonly PromptChange[];
  readonly drift: WeeklyDrift | ThinDrift | NoDrift;
};

export type DriftFigures = {
  /** The earliest start of baselines, microseconds since 1970. */
  readonly fromUs: number;
  /** The end of what was looked at, microseconds since 1970. */
  readonly toUs: number;
  readonly lineage: readonly PromptVersion[];
  /** By attribute and channel, in their orders; channels without any contact of an AI agent have none. */
  readonly series: readonly ChannelDrift[];
};

/** The smallest change that matters: a quarter of a point on the scale of five; of counts, the smallest audible one. */
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

/** With fewer contacts a week on average, the chart is by contact. */
const weeklyMin = 3;
/** The false discovery rate of a page's alarms (Benjamini and Hochberg). */
const falseAlarms = 0.05;
/** All contacts, also those without text, as they name their prompt. */
const wholeList = { metric: null, on: null, to: null, traits: {} };

/** The contract in force, and when it was approved. */
export type Approvals = Approved & {
  /** null: no contract is in force. */
  readonly contract: Pick<PersonaContract, "version" | "terms"> | null;
};

/** The end of what is looked at, microseconds since 1970, and the display zone, whose calendar has the weeks. */
type Calendar = { readonly asOfUs: number; readonly timeZone: string };

/**
 * The drift of every channel and attribute. A baseline begins with the approval of the contract in force. The first
 * contract ever has the weeks before its approval. A prompt changes no baseline.
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
  const lineage = begunBy(lineageOf(table, contacts, "prompt"), asOfUs);
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
  return { fromUs, toUs: asOfUs, lineage, series: withoutFalseAlarms(inOrder) };
}

/** The versions that had begun at an instant, on the channels where they had. */
function begunBy(lineage: readonly PromptVersion[], asOfUs: number): readonly PromptVersion[] {
  return lineage
    .map((version) => ({
      ...version,
      uses: version.uses.filter(({ firstUs }) => firstUs <= asOfUs),
    }))
    .filter(({ uses }) => uses.length > 0);
}

/** Infinity of no contact. */
function firstStart({ contacts }: CaseTable, places: Uint32Array): number {
  const { startUs } = contacts.instants;
  let least = Infinity;
  for (let index = 0; index < places.length; index += 1) {
    const atUs = startUs[places[index] ?? 0] ?? Infinity;
    if (atUs < least) least = atUs;
  }
  return least;
}

/** Sums contacts by attribute; cells are computed once for all attributes. */
function sumsBy(
  table: CaseTable,
  places: Uint32Array,
  stretches: Stretches,
): (attribute: PersonaAttribute) => SpokenSums {
  const kinds = table.dictionaries.type.size;
  const { startUs } = table.contacts.instants;
  const kindOf = spokenKinds(table, places);
  const cells = new Int32Array(places.length);
  const { startsUs } = stretches;
  // Contacts that follow each other are mostly of one stretch.
  let [stretch, fromUs, untilUs] = [-1, Infinity, -Infinity];
  for (let index = 0; index < places.length; index += 1) {
    const atUs = startUs[places[index] ?? 0] ?? 0;
    if (!(atUs >= fromUs && atUs < untilUs)) {
      stretch = stretchOf(stretches, atUs);
      fromUs = startsUs[stretch] ?? Infinity;
      untilUs = startsUs[stretch + 1] ?? -Infinity;
    }
    cells[index] = stretch < 0 ? -1 : stretch * kinds + (kindOf[index] ?? 0);
  }
  const { amounts } = table.contacts;
  return (attribute) => sumSpoken(stretches, kinds, cells, { places, column: amounts[attribute] });
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
 * Withdraws alarms that are expected by chance among so many series (Benjamini and Hochberg).
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

/** The smallest p-value: at an alarm, or now, as the evidence of a slow change grows after its alarm. */
function chanceOf(drift: ChannelDrift["drift"]): number {
  if (drift.kind === "none") return 1;
  const effects = [...drift.alarms.map(({ effect }) => effect), drift.effect];
  return Math.min(1, ...effects.map((effect) => effect?.chance ?? 1));
}
