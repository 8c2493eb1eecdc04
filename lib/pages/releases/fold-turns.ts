/** Turns that are shown, or that are folded since nothing differs in them. */
export type TurnStretch<Turn> = { readonly isFolded: boolean; readonly turns: readonly Turn[] };

/** Of shorter contacts every turn is shown. */
const shownMax = 30;
/** So many turns before and after one that differs are shown. */
const contextTurns = 3;

/** Folds what is the same for long in a long contact, with some turns left around what differs. */
export function foldTurns<Turn extends { readonly difference: string }>(
  turns: readonly Turn[],
): readonly TurnStretch<Turn>[] {
  if (turns.length <= shownMax) return [{ isFolded: false, turns }];
  const shown = new Set<number>();
  turns.forEach(({ difference }, at) => {
    if (difference === "" && at > 0 && at < turns.length - 1) return;
    for (let near = at - contextTurns; near <= at + contextTurns; near += 1) shown.add(near);
  });
  const stretches: { isFolded: boolean; turns: Turn[] }[] = [];
  turns.forEach((turn, at) => {
    const isFolded = !shown.has(at);
    const last = stretches.at(-1);
    if (last?.isFolded === isFolded) last.turns.push(turn);
    else stretches.push({ isFolded, turns: [turn] });
  });
  return stretches;
}
