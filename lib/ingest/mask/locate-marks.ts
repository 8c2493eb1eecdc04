import { maskedPattern, piiTypes } from "@/lib/domain/privacy/pseudonym";
import type { MaskedPiece } from "./text-masker";

/** The pseudonyms in a masked text, in order. @param marks those that count; absent: all */
export function locateMarks(masked: string, marks?: ReadonlySet<string>): MaskedPiece[] {
  const found: MaskedPiece[] = [];
  for (const match of masked.matchAll(maskedPattern)) {
    const type = piiTypes.find((name) => name === match[1]);
    if (type === undefined || marks?.has(match[0]) === false) continue;
    found.push({ type, pseudonym: match[2] ?? "", start: match.index });
  }
  return found;
}
