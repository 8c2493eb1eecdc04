import type { ShownText } from "./trace-page-model";

const charactersMax = 20_000;

/** Text as a page shows it: cut where it is very long, with its whole length told. */
export function shownText(text: string): ShownText {
  if (text.length <= charactersMax) return { text, cutFrom: null };
  return { text: text.slice(0, charactersMax), cutFrom: text.length };
}
