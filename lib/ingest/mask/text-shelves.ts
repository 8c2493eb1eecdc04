import { createMemory, type Memory } from "./create-memory";
import type { KeyHint } from "./key-hint";
import { isMessageKey, isPartyKey } from "./setting-of";
import type { MaskedText, TextPlace } from "./text-masker";

/** Of the texts of each context. */
const charsMax = 16_000_000;
const textsMax = 50_000;

type TextMemory = Memory<MaskedText | null>;

/** Creates the lookup of a cache per context. */
export function createShelves(): (
  hint: KeyHint | null,
  place: TextPlace | undefined,
) => TextMemory {
  const shelves = new Map<string, TextMemory>();
  return (hint, place) => {
    const context = contextOf(hint, place);
    let shelf = shelves.get(context);
    if (shelf === undefined) shelves.set(context, (shelf = createMemory(textsMax, charsMax)));
    return shelf;
  };
}

/** What, beside a text, its masking depends on. */
function contextOf(hint: KeyHint | null, place: TextPlace | undefined): string {
  const { requested, language = "", isInstructions = false } = place ?? {};
  if (isInstructions) return `instructions ${language}`;
  if (requested !== undefined) return `${hint ?? ""} ${String(requested)} ${language}`;
  const key = place?.keyHint ?? "";
  const kind = isMessageKey(key) ? "message" : isPartyKey(key) ? "party" : "written";
  return `${hint ?? ""} ${kind} ${language}`;
}
