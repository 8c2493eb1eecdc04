import type { Channel } from "@/lib/domain/trace/channel";
import {
  personaRange,
  type PersonaAttribute,
  type PersonaContract,
} from "@/lib/domain/settings/persona-contract";
import { seededBelow } from "@/lib/stats/seeded-below";
import type { FilteredCases } from "../ask/filtered-cases";
import type { Snapshot } from "../ask/snapshot";
import { startOfDay } from "../filter/resolve-period";
import { driftFigures, type Approvals, type DriftFigures } from "./drift-figures";
import { furthestApart, measuredContacts, type FarContact } from "./gap-contacts";
import { channelGaps, type ChannelGap } from "./gaps";
import { levelFigures, type ChannelLevel } from "./level-figures";
import { spokenContacts } from "./spoken-contacts";

/** Levels of channels, and the gaps between them. */
export type Spoken = {
  readonly levels: readonly ChannelLevel[];
  readonly gaps: readonly ChannelGap[];
  /** The contacts that differ most, of the two channels with the largest gap. */
  readonly ends: readonly EndContact[];
};

/** A contact: its case's key and its ordinal there. */
export type EndContact = {
  readonly contact: FarContact;
  readonly key: number;
  readonly ordinal: number;
};

const farMax = 4;
const seed = 2026;

/** Computes them, against the contract. @param attribute the one that gaps are of */
export function readSpoken(
  { once, listed }: FilteredCases,
  contract: PersonaContract,
  attribute: PersonaAttribute,
): Spoken {
  return once(JSON.stringify(["spoken", contract, attribute]), () => {
    const { table, places } = listed();
    const contacts = spokenContacts(table, places("cases"));
    const measured = measuredContacts(table, contacts, attribute);
    const kinds = table.dictionaries.type.size;
    const declared = declaredGap(contract, attribute);
    const gaps = channelGaps(measured, kinds, declared, seededBelow(seed));
    const [widest] = gaps;
    const far = widest === undefined ? [] : furthestApart(table, measured, widest, farMax);
    const { caseKey, integers } = table.contacts;
    const ends = far.map((contact) => ({
      contact,
      key: caseKey[contact.place] ?? 0,
      ordinal: integers.ordinal[contact.place] ?? 0,
    }));
    return { gaps, ends, levels: levelFigures(table, contacts) };
  });
}

/** The differences of two channels' targets in a contract in force. */
function declaredGap({ approval, terms }: PersonaContract, attribute: PersonaAttribute) {
  return (one: Channel, other: Channel): number | null => {
    const [a, b] = [personaRange(terms, attribute, one), personaRange(terms, attribute, other)];
    return approval === null || a === null || b === null ? null : a.target - b.target;
  };
}

/**
 * The drift of channels, over all time of some cases up to the end of the period that is shown.
 * @param approvals by which baselines begin
 */
export function readDrift(
  { once, listed }: FilteredCases,
  { about, timeZone }: Pick<Snapshot, "about" | "timeZone">,
  approvals: Approvals,
): DriftFigures {
  const { newestUs, period } = about;
  const endUs = period === null ? Infinity : startOfDay(period.toUs, timeZone);
  const asOfUs = Math.min(newestUs ?? about.asOfUs, endUs);
  return once(JSON.stringify(["drift", approvals.approvedUs, timeZone, asOfUs]), () => {
    const { table, places } = listed();
    return driftFigures(table, places("cases"), approvals, { asOfUs, timeZone });
  });
}
