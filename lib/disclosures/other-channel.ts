import type { Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { speakerOf, type DisclosedContact } from "./contact";
import { readElement } from "./read-elements";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { counts } from "./window";

/** Finds a disclosure in full on a channel of the case that does not count for the rule; null if it is on none. */
export function findOnOtherChannel(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
): Pick<CaseDisclosure, "status" | "quote" | "because"> | null {
  if (rule.prohibited) return null;
  for (const { interaction, messages } of contacts) {
    const { channel, ordinal } = interaction;
    if (channel === "unknown" || rule.channels.some((each) => each === channel)) continue;
    const said = messages.filter((message) => counts(rule, speakerOf(message)));
    const quotes = rule.elements.flatMap((element): Quote[] => {
      const given = said
        .flatMap((message) => readElement(element, message))
        .find(({ act }) => act === "gives");
      return given === undefined ? [] : [given.quote];
    });
    const [quote] = quotes;
    if (quote === undefined || quotes.length < rule.elements.length) continue;
    const because = `Not said in this contact; said in contact ${String(ordinal + 1)} by ${channel}, which does not count for this rule.`;
    return { status: "wrong_channel", quote, because };
  }
  return null;
}
