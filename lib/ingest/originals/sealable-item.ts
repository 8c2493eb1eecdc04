import { undoableTypes, type PiiType } from "@/lib/domain/privacy/pseudonym";
import type { LoggedEvent } from "@/lib/domain/trace/logged-event";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { maskJson } from "../mask/mask-json";
import { maskWords } from "../mask/mask-content";
import { createSpanState, maskSource } from "../mask/mask-span";
import { maskerOf } from "../mask/masker";
import { maskAttributes } from "../mask/mask-value";
import type { SpanState } from "../mask/span-state";
import { locateMarks } from "../mask/locate-marks";
import type { MaskedPiece, TextMasker } from "../mask/text-masker";
import type { EventPreparation } from "../prepare-event";
import { prepareItem, type SpanItem } from "../prepare-item";

/** Preparing a span asks for no half of a name. */
const noKey = () => "";
const undoable: ReadonlySet<PiiType> = new Set(undoableTypes);
const undoableMark = new RegExp(`<(?:${undoableTypes.join("|")}):[0-9a-f]{16}>`, "u");

/**
 * What may be kept of a span as it was sent, so that it can be masked again: its texts with secrets, cards and the like
 * masked, and names, addresses and numbers as they were.
 * @returns null where nothing that could be undone was masked; and where it alone would not be masked as the span was,
 * or would still hold a secret, since something was masked by what other texts say, such as a code that answers a question
 */
export function sealableItem(
  item: SpanItem,
  prepared: StorableSpan,
  preparation: EventPreparation,
): SpanItem | null {
  if (!hasUndoable(prepared)) return null;
  const { text } = preparation.masker;
  const kept = withoutSecrets(item, createSpanState(maskSecrets(text)));
  const secrets: MaskedPiece[] = [];
  const watched: TextMasker = {
    ...text,
    mask(given, place) {
      const masked = text.mask(given, place);
      secrets.push(...masked.found.filter(isSecret));
      return masked;
    },
  };
  const again = prepareItem(kept, { ...preparation, masker: maskerOf(watched, noKey) });
  return secrets.length === 0 && again.contentHash === prepared.contentHash ? kept : null;
}

/**
 * Masks a kept item as a newer masker does. Its ids are those it is stored under: they follow from what was sent.
 */
export function prepareAgain(
  item: SpanItem,
  { traceId, spanId }: Pick<StorableSpan, "traceId" | "spanId">,
  preparation: EventPreparation,
): StorableSpan {
  const masker = maskerOf(countEarlier(preparation.masker.text), noKey);
  return { ...prepareItem(item, { ...preparation, masker }), traceId, spanId };
}

function hasUndoable({ name, system, input, output, extra, resource, detail }: StorableSpan) {
  const texts = [name, system, resource, detail, JSON.stringify([input, output, extra])];
  return texts.some((text) => text !== null && undoableMark.test(text));
}

function isSecret({ type }: { readonly type: PiiType }): boolean {
  return !undoable.has(type);
}

/** Masks what may never be kept, and leaves the rest as it is. */
function maskSecrets(text: TextMasker): TextMasker {
  const masker: TextMasker = {
    ...text,
    mask(given, place) {
      // Leaf by leaf, since histories repeat messages, not documents.
      const json = maskJson(given, place?.keyHint, masker, new Set());
      if (json !== null) return { text: json, found: [] };
      const isHeld = text.mask(given, place).found.some(isSecret);
      return { text: isHeld ? text.maskOnly(given, place, isSecret) : given, found: [] };
    },
  };
  return masker;
}

/** Finds what was masked before it was kept, too. */
function countEarlier(text: TextMasker): TextMasker {
  return {
    ...text,
    mask(given, place) {
      const masked = text.mask(given, place).text;
      return { text: masked, found: locateMarks(masked) };
    },
  };
}

function withoutSecrets(item: SpanItem, masker: SpanState): SpanItem {
  if (item.type === "span") return { ...item, span: maskSource(item.span, masker).span };
  return { ...item, event: eventWithoutSecrets(item.event, masker) };
}

function eventWithoutSecrets(event: LoggedEvent, masker: SpanState): LoggedEvent {
  const mask = (text: string) => masker.text.mask(text).text;
  const { attributes } = maskAttributes(event.attributes, "attributes", masker.text);
  return {
    ...event,
    ...maskWords(event, masker, (text, _, where) => masker.text.mask(text, where).text, [], null),
    name: mask(event.name),
    system: event.system === null ? null : mask(event.system),
    source: "",
    attributes,
    resource: maskAttributes(event.resource, "resource", masker.text).attributes,
    scope: mask(event.scope),
  };
}
