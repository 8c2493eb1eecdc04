import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { prepareEvent, type EventPreparation } from "@/lib/ingest/prepare-event";
import { prepareSpan } from "@/lib/ingest/prepare-span";

/** A decoded span or log event. */
export type SpanItem = Extract<DecodedItem, { readonly type: "span" | "event" }>;

/** Reads, masks and hashes spans and log events. @returns one for each, in their order */
export function prepareItems(
  items: readonly SpanItem[],
  preparation: EventPreparation,
): readonly StorableSpan[] {
  return items.map((item) =>
    item.type === "span"
      ? prepareSpan(item.span, item.findings, preparation)
      : prepareEvent(item.event, item.findings, preparation),
  );
}
