/** Cache size in characters; when full the cache is cleared. */
const charactersMax = 1_000_000;
/** What a text counts beyond its characters, so that the cache has at most 20,000 texts. */
const charactersBeside = 50;

/** Memoises a pure function of a text that occurs often or that several readers ask about. */
export function rememberText<Answer>(compute: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  let characters = 0;
  return (text) => {
    let entry = known.get(text);
    if (entry === undefined) {
      entry = { answer: compute(text) };
      characters += text.length + charactersBeside;
      if (characters > charactersMax) {
        known.clear();
        characters = text.length + charactersBeside;
      }
      known.set(text, entry);
    }
    return entry.answer;
  };
}
