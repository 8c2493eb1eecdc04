import { channels, type Channel } from "@/lib/domain/channel";
import {
  personaAttributes,
  personaRange,
  type PersonaAttribute,
  type PersonaContract,
  type PersonaRange,
} from "@/lib/domain/persona-contract";
import { benjaminiHochberg } from "@/lib/stats/benjamini-hochberg";
import type { CaseTable } from "../case-table/case-table";
import { changesOn, lineageOf, type PromptChange, type PromptVersion } from "./lineage";
import { findBaseline, weekUs, within, type SpokenValue } from "./series";
import { spokenValue, type SpokenContact } from "./spoken-contacts";
import { thinDrift, type ThinDrift } from "./thin-drift";
import { weeklyDrift, type WeeklyDrift } from "./weekly-drift";

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

type Approvals = {
  /** null: no contract is in force. */
  readonly contract: Pick<PersonaContract, "version" | "terms"> | null;
  /** When the one in force was approved; null where none is. */
  readonly approvedUs: number | null;
  /** True where none was approved before it. */
  readonly isFirst: boolean;
};

/**
 * How every channel moves in every respect. A baseline begins with the approval of the contract in force.
 * The first contract ever approved has those weeks that whoever approved it could look back on. A
 * prompt changes no baseline.
 * @param contacts of the workspace, ascending by time
 * @param asOfUs microseconds since 1970
 */
export function driftFigures(
  table: CaseTable,
  contacts: readonly SpokenContact[],
  approvals: Approvals,
  asOfUs: number,
): DriftFigures {
  const spoken = Uint32Array.from(contacts, ({ place }) => place);
  const lineage = lineageOf(table, spoken, "prompt");
  const fromUs = baselineFrom(contacts[0]?.atUs ?? asOfUs, approvals);
  const series = channels.flatMap((channel) => {
    const own = contacts.filter((each) => each.channel === channel);
    if (own.length === 0) return [];
    const changes = changesOn(lineage, channel);
    const beginUs = weekStart(own[0]?.atUs ?? fromUs, fromUs);
    return personaAttributes.map((attribute): ChannelDrift => {
      const values = own
        .map((each) => ({ ...each, value: spokenValue(table, each, attribute) }))
        .filter(({ value, atUs }) => !Number.isNaN(value) && atUs <= asOfUs);
      const terms = approvals.contract?.terms;
      const range = terms === undefined ? null : personaRange(terms, attribute, channel);
      const rule = { attribute, range, changes, beginUs, asOfUs };
      return {
        ...{ channel, attribute, contacts: values.length, range, changes },
        drift: driftOf(values, rule),
      };
    });
  });
  const inOrder = personaAttributes.flatMap((attribute) =>
    series.filter((each) => each.attribute === attribute),
  );
  return { fromUs, lineage, series: withoutFalseAlarms(inOrder) };
}

function baselineFrom(firstUs: number, { approvedUs, isFirst }: Approvals): number {
  if (approvedUs === null || approvedUs <= firstUs) return firstUs;
  const lookedBackOn = approvedUs - 8 * weekUs;
  return isFirst && firstUs <= lookedBackOn ? lookedBackOn : approvedUs;
}

/** The week in which a channel begins, counted from where baselines begin. */
function weekStart(firstUs: number, fromUs: number): number {
  return fromUs + Math.max(0, Math.floor((firstUs - fromUs) / weekUs)) * weekUs;
}

function driftOf(
  values: readonly SpokenValue[],
  {
    attribute,
    range,
    changes,
    beginUs,
    asOfUs,
  }: {
    readonly attribute: PersonaAttribute;
    readonly range: PersonaRange | null;
    readonly changes: readonly PromptChange[];
    readonly beginUs: number;
    readonly asOfUs: number;
  },
): ChannelDrift["drift"] {
  const baseline = findBaseline(values, beginUs, asOfUs);
  if (baseline === null) return { kind: "none", because: "no-baseline" };
  const weeks = (asOfUs - baseline.toUs) / weekUs;
  const later = within(values, baseline.toUs, asOfUs).length;
  const isThin = later < weeks * weeklyMin;
  if (!isThin) {
    const at = changes.map((each) => each.atUs);
    return weeklyDrift(values, baseline, { least: leastChange[attribute], changes: at, asOfUs });
  }
  if (range === null) return { kind: "none", because: "not-asked" };
  const { target, tolerance } = range;
  return thinDrift(values, baseline, (value) => Math.abs(value - target) > tolerance);
}

/** Takes back alarms that so many series at once raise by chance. */
function withoutFalseAlarms(series: readonly ChannelDrift[]): readonly ChannelDrift[] {
  const chances = series.map(({ drift }) =>
    drift.kind === "none" ? 1 : (drift.alarm?.effect.chance ?? drift.effect?.chance ?? 1),
  );
  const adjusted = benjaminiHochberg(chances);
  return series.map((each, at) => {
    const { drift } = each;
    if (drift.kind === "none" || (adjusted[at] ?? 1) <= falseAlarms) return each;
    return { ...each, drift: { ...drift, alarm: null } };
  });
}
