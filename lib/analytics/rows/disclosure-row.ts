import type { DerivedCase, Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { Channel } from "@/lib/domain/trace/channel";
import type { CaseFindings } from "./case-findings";
import { agentsOf, type ContactAgents } from "./contact-row";

/** What became of a disclosure rule in one contact, as one flat row. Instants are microseconds since 1970. */
export type DisclosureRow = Pick<CaseDisclosure, "rule" | "version" | "interaction" | "because"> & {
  /** Its ordinal among the rows of the case, from 0. */
  readonly ordinal: number;
  readonly status: RequiredStatus;
  readonly channel: Channel;
  /** What decisions on the contact hang on: its declared id, or else the first span with its words. */
  readonly anchor: string;
  /** What the latest decision on it is; a derived row has none. */
  readonly review: ReviewState;
  /** The contact's start. */
  readonly atUs: number;
  readonly agents: ContactAgents;
  readonly release: string | null;
  /** The ordinal of the message to open: the evidence, or else the end of the window searched. */
  readonly message: number | null;
  /** The words that gave it, or the nearest that did not; null where there are none. */
  readonly words: string | null;
};

const wordsMax = 240;

/**
 * The rules of a case that applied or may have applied, by contact, then by rule. A rule that is on and has no row in a
 * contact was not required there.
 */
export function disclosureRows(
  { interactions, messages }: DerivedCase,
  { disclosures }: Pick<CaseFindings, "disclosures">,
): readonly DisclosureRow[] {
  return disclosures
    .flatMap((disclosure) => {
      const { rule, version, interaction, because, status } = disclosure;
      const contact = interactions[interaction];
      if (status === "not_required" || contact === undefined) return [];
      const quote = disclosure.quote ?? disclosure.nearMiss?.quote ?? null;
      return [
        {
          ...{ rule, version, interaction, because, status },
          review: "open" as const,
          anchor: contact.interactionId ?? spanAnchor(messages, interaction),
          channel: contact.channel,
          atUs: contact.startUs,
          agents: agentsOf(contact.agentKinds),
          release: contact.releases[0] ?? null,
          message: quote?.message ?? disclosure.searched?.lastMessage ?? null,
          words: quote === null ? null : wordsOf(quote, messages[quote.message]?.text ?? ""),
        },
      ];
    })
    .map((row, ordinal) => ({ ordinal, ...row }));
}

function wordsOf({ start, end }: Quote, text: string): string {
  const words = text.slice(start, end).replace(/\s+/g, " ").trim();
  return words.length <= wordsMax ? words : `${words.slice(0, wordsMax)}…`;
}

function spanAnchor(messages: readonly Message[], interaction: number): string {
  const first = messages.find((each) => each.interaction === interaction && each.spans.length > 0);
  return first === undefined ? "" : `span ${first.spans[0] ?? ""}`;
}
