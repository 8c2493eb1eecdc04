import { segmentText } from "./segment-text";
import { maskedWords } from "./wording";

/** Text where nothing but text can stand (a name for a screen reader, a drawing): masks in words. */
export function plainWords(text: string): string {
  return segmentText(text, [])
    .map(({ raw, masked }) => (masked === null ? raw : `[${maskedWords[masked.type]}]`))
    .join("");
}
