import { isFrameSpan } from "@/lib/ingest/conventions/is-frame-span";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { LoggedEvents } from "@/lib/ingest/formats/logs/logged-events";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import { joinChunks } from "./join-chunks";
import type { IntakePreparation } from "./preparation";
import { prepareItems } from "./prepare-items";
import type { Body, PreparedBody } from "./threads/preparer-protocol";

/**
 * Decodes a small body and prepares its spans and log events.
 * @throws DomainError "invalid-input" if it is no such request
 */
export function prepareBody(
  { chunks, encoding, signal = "traces" }: Body,
  preparation: IntakePreparation,
): PreparedBody {
  const events = new LoggedEvents();
  const items = decodeRequest({ bytes: joinChunks(chunks), encoding, signal }, events);
  return {
    spans: prepareItems(items.filter(isStoredSpan), preparation),
    rejects: items.flatMap((item) => (item.type === "reject" ? item.reject : [])),
    frames: items.filter((item) => item.type === "span" && isFrameSpan(item.span)).length,
    unkept: events.takeUnkept(),
  };
}

/** A span or log event that is stored, unlike the span of a single frame of audio or video. */
export function isStoredSpan(item: DecodedItem): item is SpanItem {
  return item.type === "event" || (item.type === "span" && !isFrameSpan(item.span));
}
