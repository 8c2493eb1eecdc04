/** Style of a text: typed, spoken, letter, text message, post. */
export type Voice = "text" | "speech" | "mail" | "short" | "social";

/** Templates of one statement; a voice without its own uses `text`. */
export type Lines = { readonly text: readonly string[] } & Partial<
  Record<Voice, readonly string[]>
>;

/** The templates for a voice. */
export function linesFor(lines: Lines, voice: Voice): readonly string[] {
  return lines[voice] ?? lines.text;
}
