import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { DecodedItem } from "./formats/format";
import { prepareEvent, type EventPreparation } from "./prepare-event";
import { prepareSpan } from "./prepare-span";

/** A decoded span or log event. */
export type SpanItem = Extract<DecodedItem, { readonly type: "span" | "event" }>;

/** Reads, masks and hashes a span or log event. */
export function prepareItem(item: SpanItem, preparation: EventPreparation): StorableSpan {
  return item.type === "span"
    ? prepareSpan(item.span, item.findings, preparation)
    : prepareEvent(item.event, item.findings, preparation);
}
