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
    let [hits, of] = [0, 0];
    for (let index = 0; index < places.length; index += 1) {
      const code = codes[places[index] ?? 0] ?? 0;
      hits += isOn[code] ?? 0;
      of += isKnown[code] ?? 0;
    }
    const entries = personaAttributes.map((attribute) => [
      attribute,
      spokenSums(table, places, attribute),
    ]);
    return [
      {
        ...{ channel, contacts: places.length, kept: { hits, of } },
        // `Object.fromEntries` loses the type of the names.
        attributes: Object.fromEntries(entries) as Record<PersonaAttribute, Sums>,
      },
    ];
  });
}
