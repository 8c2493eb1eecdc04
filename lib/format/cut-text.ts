import { maskedPattern } from "@/lib/domain/privacy/pseudonym";

/** Only this many characters are searched for a cut. */
const charactersRead = 50_000;

/**
 * The beginning of a text, cut at a word and never inside a masked value.
 * @param charactersMax UTF-16 units
 */
export function cutText(text: string, charactersMax: number): string {
  const line = text.slice(0, charactersRead).replace(/\s+/g, " ").trim();
  if (line.length <= charactersMax) return line;
  const mask = [...line.matchAll(maskedPattern)].find(
    ({ index, 0: raw }) => index < charactersMax && index + raw.length > charactersMax,
  );
  const head = line.slice(0, mask?.index ?? charactersMax);
  const space = mask === undefined ? head.lastIndexOf(" ") : -1;
  return `${(space > charactersMax / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}
