import { channels, type Channel } from "@/lib/domain/channel";
import { personaAttributes, type PersonaAttribute } from "@/lib/domain/persona-contract";
import type { Proportion } from "@/lib/stats/newcombe-difference";
import { sumsOf, type Sums } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";
import { spokenValue, type SpokenContact } from "./spoken-contacts";

/** How a channel's AI agents speak now. */
export type ChannelLevel = {
  readonly channel: Channel;
  readonly contacts: number;
  /** Contacts as the contract says, of those that were measured. */
  readonly kept: Proportion;
  readonly attributes: Readonly<Record<PersonaAttribute, Sums>>;
};

/** Reads it, for each channel that has such contacts. @param contacts of the period */
export function levelFigures(
  table: CaseTable,
  contacts: readonly SpokenContact[],
): readonly ChannelLevel[] {
  return channels.flatMap((channel) => {
    const own = contacts.filter((each) => each.channel === channel);
    if (own.length === 0) return [];
    const { standing, standings } = table.contacts;
    const verdicts = own.map(({ place }) => standings.values[standing[place] ?? 0]?.persona);
    const entries = personaAttributes.map((attribute) => [
      attribute,
      sumsOf(own.map((each) => spokenValue(table, each, attribute)).filter((x) => !isNaN(x))),
    ]);
    return [
      {
        channel,
        contacts: own.length,
        kept: {
          hits: verdicts.filter((each) => each === "on").length,
          of: verdicts.filter((each) => each === "on" || each === "off").length,
        },
        // `Object.fromEntries` forgets which names those are.
        attributes: Object.fromEntries(entries) as Record<PersonaAttribute, Sums>,
      },
    ];
  });
}
