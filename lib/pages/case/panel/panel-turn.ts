import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import { messageAnchor } from "@/lib/format/anchors";
import type { PanelTurn } from "./item-panel-model";
import type { NumberedQuotations } from "@/lib/format/number-quotations";
import type { PlacedScores } from "./place-scores";
import type { SelectedItem } from "./selected-item";
import type { QuoteRange } from "@/lib/format/segment-text";
import { segmentMessage } from "@/lib/format/segment-message";
import type { Timeline } from "../timeline/timeline-model";
import { spanHref } from "@/lib/pages/trace/url";
import type { Tone } from "@/lib/format/wording";

/** The input of a detail panel. */
export type PanelContext = {
  readonly derived: DerivedCase;
  readonly knowledge: CaseKnowledge;
  /** The timeline with its promises, disclosures and releases as text. */
  readonly timeline: Timeline;
  readonly quotations: NumberedQuotations;
  readonly placed: PlacedScores;
  /** The address of an anchor on the message's page of the transcript. */
  readonly messageHref: (ordinal: number, anchor: string) => string;
  /** A contact's address in the transcript. */
  readonly contactHref: (ordinal: number) => string;
  /** The list the viewer came from, as in `CaseQuery`. */
  readonly list: string | null;
  /** The page's address with another item selected. */
  readonly itemHref: (item: SelectedItem) => string;
};

/** A turn of a detail panel with its quotes highlighted. */
export function panelTurn(
  message: Message,
  { quotations, messageHref, list }: Pick<PanelContext, "quotations" | "messageHref" | "list">,
  tones: ReadonlyMap<number, Tone>,
): Omit<PanelTurn, "isAfterGap"> {
  const ranges: readonly QuoteRange[] = quotations.ranges.get(message.ordinal) ?? [];
  const [span] = message.spans;
  const own = ranges.filter(({ ref }) => tones.has(ref));
  return {
    message,
    segments: segmentMessage(message, own),
    href: messageHref(message.ordinal, messageAnchor(message.ordinal)),
    traceHref: span === undefined ? null : spanHref(span, list),
  };
}
