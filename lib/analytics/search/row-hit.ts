import type { Message } from "@/lib/domain/case/case";
import { contactAnchor, hitAnchor, messageAnchor } from "@/lib/format/anchors";
import { nameLabel, otherIdLabel, speakerLabel } from "./hit-words";
import type { NameHit } from "./name-hits";
import type { CaseSearch } from "./search-case";
import { snippetOf } from "./snippet";
import type { FoundSegment } from "./split-at-hits";

/** What a search found in a case, in one line. */
export type RowHit = {
  /** Who said it, or which name or id it is: "Customer", "Tool get_order". */
  readonly label: string;
  /** The words around the hit; none: the label says it all. */
  readonly words: readonly FoundSegment[];
  /** Its place on the Case page; null: none. */
  readonly place: HitPlace | null;
};

/** @property message ordinal of the message that it is in; null: of a contact */
export type HitPlace = { readonly message: number | null; readonly anchor: string };

/**
 * The line of a case in a list with a search: the message that says most of it, else the name or id that it is.
 * @param isCut true where later messages of a long case were not read
 * @returns null where neither is in what is shown of the case
 */
export function rowHit(
  messages: readonly Message[],
  { terms, hits, best }: Pick<CaseSearch, "terms" | "hits" | "best">,
  isCut: boolean,
): RowHit | null {
  const message = messages.find(({ ordinal }) => ordinal === best);
  if (message !== undefined) return saidHit(message, hits.get(message.ordinal) ?? []);
  const named = terms.find(({ name }) => name !== null)?.name ?? null;
  if (named !== null) return { label: nameLabel(named), words: [], place: placeOfName(named) };
  if (isCut) return { label: "Said later in this long case", words: [], place: null };
  return terms.some((term) => /\d/u.test(term.text))
    ? { label: otherIdLabel, words: [], place: null }
    : null;
}

function saidHit(message: Message, hits: Parameters<typeof snippetOf>[1]): RowHit {
  const { ordinal } = message;
  return {
    label: speakerLabel(message),
    words: snippetOf(message, hits),
    place: { message: ordinal, anchor: hitAnchor(ordinal, 1) },
  };
}

/** The place of a name on the Case page. */
export function placeOfName({ messages: [first], contact }: NameHit): HitPlace | null {
  if (first !== undefined) return { message: first, anchor: messageAnchor(first) };
  return contact === null ? null : { message: null, anchor: contactAnchor(contact) };
}
