const word = /[\p{L}\p{M}\p{N}\p{Sc}%]+|[-−+](?=\p{N})/gu;

/** A text without capitals, punctuation and spacing: texts that are equal in it say the same. */
export function plainWords(text: string): string {
  const words = text.normalize("NFKC").toLowerCase().match(word);
  return words === null ? text.trim() : words.join(" ");
}

/** More words than this of a text are not compared. */
const comparedMax = 60;

/** The words that two texts are compared by. @param plain as of `plainWords` */
export function wordSet(plain: string): ReadonlySet<string> {
  return new Set(plain === "" ? [] : plain.split(" ", comparedMax));
}

/** The share of words that two texts have in common, 0 to 1 (Sørensen–Dice). */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size;
  if (all === 0) return 1;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return (2 * shared) / all;
}
