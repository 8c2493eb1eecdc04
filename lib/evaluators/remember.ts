/** Memoises a function of one object in a weak map. */
export function remember<Thing extends object, Answer>(
  compute: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    let entry = known.get(thing);
    if (entry === undefined) {
      entry = { answer: compute(thing) };
      known.set(thing, entry);
    }
    return entry.answer;
  };
}
