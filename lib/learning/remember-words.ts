/** So many words are remembered; then one begins anew, so that memory stays small. */
const most = 20_000;

/** The same function of a word, which computes its answer once for a word that comes again and again. */
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
