import { segmentText } from "./segment-text";
import { maskedWords } from "./wording";

/** Plain text for accessible names and SVG: masked values as words. */
export function plainWords(text: string): string {
  return segmentText(text, [])
    .map(({ raw, masked }) => (masked === null ? raw : `[${maskedWords[masked.type]}]`))
    .join("");
}
