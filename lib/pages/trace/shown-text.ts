import type { ShownText } from "./trace-page-model";

const charactersMax = 20_000;

/** Shortens very long text and keeps its full length. */
export function shownText(text: string): ShownText {
  if (text.length <= charactersMax) return { text, cutFrom: null };
  return { text: text.slice(0, charactersMax), cutFrom: text.length };
}
