/** The text with "a i", as recognised speech spells it, as one word; it keeps its length. */
export function joinSpelledAi(text: string): string {
  return text.replace(/\ba[. ] ?i\b\.?/gi, (spelled) => "ai".padEnd(spelled.length));
}
