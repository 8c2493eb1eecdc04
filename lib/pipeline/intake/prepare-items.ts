import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { prepareItem, type SpanItem } from "@/lib/ingest/prepare-item";
import type { IntakePreparation } from "./preparation";

/** Reads, masks, hashes and seals spans and log events. @returns one for each, in their order */
export function prepareItems(
  items: readonly SpanItem[],
  preparation: IntakePreparation,
): readonly StorableSpan[] {
  const { originals, settings } = preparation;
  const isSealed = settings.retention.originalDays !== null;
  return items.map((item) => {
    const prepared = prepareItem(item, preparation);
    return isSealed
      ? { ...prepared, sealed: originals.seal(item, prepared, preparation) }
      : prepared;
  });
}
