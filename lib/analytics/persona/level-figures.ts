import { channels, type Channel } from "@/lib/domain/trace/channel";
import { personaAttributes, type PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { Sums } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";
import { spokenSums, type SpokenContacts } from "./spoken-contacts";

/** Levels of a channel's AI agents. */
export type ChannelLevel = {
  readonly channel: Channel;
  readonly contacts: number;
  /** Contacts within the contract, of those that were measured. */
  readonly kept: Proportion;
  readonly attributes: Readonly<Record<PersonaAttribute, Sums>>;
};

/** Computes them, for each channel with such contacts. @param spoken those of the period */
export function levelFigures(
  table: CaseTable,
  { byChannel }: SpokenContacts,
): readonly ChannelLevel[] {
  const { codes, combinations } = table.contacts.dimensionGroups.contacts;
  const isOn = Uint8Array.from(combinations.values, ({ persona }) => Number(persona === "on"));
  const isKnown = Uint8Array.from(combinations.values, ({ persona }) => Number(persona !== "none"));
  return channels.flatMap((channel, at) => {
    const places = byChannel[at] ?? new Uint32Array(0);
    if (places.length === 0) return [];
    const entries = personaAttributes.map((attribute) => [
      attribute,
      spokenSums(table, places, attribute),
    ]);
    return [
      {
        ...{ channel, contacts: places.length },
        kept: { hits: countOf(places, codes, isOn), of: countOf(places, codes, isKnown) },
        // `Object.fromEntries` loses the type of the names.
        attributes: Object.fromEntries(entries) as Record<PersonaAttribute, Sums>,
      },
    ];
  });
}

/** How many rows have a code that counts. */
function countOf(places: Uint32Array, codes: Uint32Array, counts: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < places.length; index += 1) {
    count += counts[codes[places[index] ?? 0] ?? 0] ?? 0;
  }
  return count;
}
