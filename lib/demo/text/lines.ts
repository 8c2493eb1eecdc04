/** How words are given: typed, spoken, written as a letter, texted, posted. */
export type Voice = "text" | "speech" | "mail" | "short" | "social";

/** Templates for one thing to say; a voice that has none of its own uses `text`. */
export type Lines = { readonly text: readonly string[] } & Partial<
  Record<Voice, readonly string[]>
>;

/** The templates for a voice. */
export function linesFor(lines: Lines, voice: Voice): readonly string[] {
  return lines[voice] ?? lines.text;
}
