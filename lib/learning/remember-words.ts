/** Cache size; when full the cache is cleared. */
const most = 20_000;

/** Memoises a function of a word or another text that occurs often. */
export function rememberWords<Answer>(compute: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (word) => {
    let entry = known.get(word);
    if (entry === undefined) {
      entry = { answer: compute(word) };
      if (known.size >= most) known.clear();
      known.set(word, entry);
    }
    return entry.answer;
  };
}
