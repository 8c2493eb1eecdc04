import type { DerivedCase, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { Channel } from "@/lib/domain/trace/channel";
import { cutText } from "@/lib/format/cut-text";
import type { CaseFindings } from "./case-findings";
import { agentsOf, type ContactAgents } from "./contact-row";

/** What became of a disclosure rule in one contact, as one flat row. Instants are microseconds since 1970. */
export type DisclosureRow = Pick<CaseDisclosure, "rule" | "version" | "interaction" | "because"> & {
  /** Its ordinal among the rows of the case, from 0. */
  readonly ordinal: number;
  readonly status: RequiredStatus;
  readonly channel: Channel;
  /** What decisions on the contact hang on: one of its `contactAnchors`. */
  readonly anchor: string;
  /** Key of the latest decision on it, and whose it is; null: none. A derived row has none. */
  readonly reviewId: number | null;
  readonly reviewer: string | null;
  /** What was decided; `open` also where the rule finds something else by now. */
  readonly review: ReviewState;
  /** The contact's start. */
  readonly atUs: number;
  readonly agents: ContactAgents;
  readonly release: string | null;
  /** The ordinal of the message to open, which has the words: the evidence, the nearest, or else the first searched. */
  readonly message: number | null;
  /** The words that gave it, or the nearest that did not, or the first that were searched; null where there are none. */
  readonly words: string | null;
  /** Which of these they are; null without words. */
  readonly wordsFrom: "evidence" | "nearest" | "searched" | null;
};

const wordsMax = 240;

/**
 * The rules of a case that applied or may have applied, by contact, then by rule. A rule that is on and has no row in a
 * contact was not required there.
 */
export function disclosureRows(
  { caseId, interactions, messages }: Pick<DerivedCase, "caseId" | "interactions" | "messages">,
  { disclosures }: Pick<CaseFindings, "disclosures">,
): readonly DisclosureRow[] {
  return disclosures
    .flatMap((disclosure) => {
      const { rule, version, interaction, because, status } = disclosure;
      const contact = interactions[interaction];
      if (status === "not_required" || contact === undefined) return [];
      const shown = shownWords(disclosure, messages);
      return [
        {
          ...{ rule, version, interaction, because, status },
          ...{ reviewId: null, reviewer: null, review: "open" as const },
          anchor: contactAnchors({ caseId, interactions, messages }, interaction)[0] ?? "",
          channel: contact.channel,
          atUs: contact.startUs,
          agents: agentsOf(contact.agentKinds),
          release: contact.releases[0] ?? null,
          ...shown,
        },
      ];
    })
    .map((row, ordinal) => ({ ordinal, ...row }));
}

/** What shows best what became of the rule: its evidence, else the nearest words, else where the search began. */
function shownWords(
  { quote, nearMiss, searched }: CaseDisclosure,
  messages: DerivedCase["messages"],
): Pick<DisclosureRow, "message" | "words" | "wordsFrom"> {
  const textAt = (message: number) => messages[message]?.text ?? "";
  const quoted = ({ message, ...place }: Quote) => ({
    message,
    words: wordsOf(place, textAt(message)),
  });
  if (quote !== null) return { ...quoted(quote), wordsFrom: "evidence" };
  if (nearMiss !== null) return { ...quoted(nearMiss.quote), wordsFrom: "nearest" };
  if (searched === null) return { message: null, words: null, wordsFrom: null };
  const message = searched.firstMessage;
  const first = textAt(message);
  if (first.trim() === "") return { message, words: null, wordsFrom: null };
  return { ...quoted({ message, start: 0, end: first.length }), wordsFrom: "searched" };
}

function wordsOf({ start, end }: Pick<Quote, "start" | "end">, text: string): string {
  return cutText(text.slice(start, end), wordsMax);
}

/**
 * What a decision on a contact can hang on: any span with its words, the first one first, so that it is found again
 * whatever spans come later. A contact without words has one name only.
 */
export function contactAnchors(
  { caseId, interactions, messages }: Pick<DerivedCase, "caseId" | "interactions" | "messages">,
  interaction: number,
): readonly string[] {
  const spans = messages
    .filter((message) => message.interaction === interaction)
    .flatMap((message) => message.spans);
  const contact = interactions[interaction];
  if (spans.length > 0 || contact === undefined) return [...new Set(spans)];
  const { channel, interactionId, startUs } = contact;
  return [JSON.stringify([caseId, channel, interactionId ?? startUs])];
}

/**
 * What identical findings have in common: rule, version, status, channel, who spoke, and the words without what is
 * masked in them, or else the release.
 * @returns null where nothing was left out, or it has neither words nor a release
 */
export function likeness(row: DisclosureRow): string | null {
  const { rule, version, status, channel, agents, release } = row;
  if (status === "given" || status === "not_evaluable") return null;
  const words = row.wordsFrom === "searched" ? null : row.words;
  if (words === null && release === null) return null;
  const said = words === null ? { release } : words.replace(maskedPattern, "<$1>");
  return JSON.stringify([rule, version, status, channel, agents, said]);
}
