const slotUs = 3_600_000_000;

/** Keys of cases by when they must be encoded anew: advancing `asOf` reads the slots in between. */
export type DueKeys = {
  /** By whole hours since 1970. A key with a moved instant stays in its old slot and is skipped there. */
  readonly slots: Map<number, number[]>;
  /** No instant is before this one. */
  nextUs: number;
};

export function createDueKeys(): DueKeys {
  return { slots: new Map(), nextUs: Infinity };
}

/** Records when a case must be encoded anew; Infinity: never. */
export function noteDue(due: DueKeys, key: number, nextUs: number): void {
  if (nextUs === Infinity) return;
  const slot = Math.floor(nextUs / slotUs);
  const keys = due.slots.get(slot);
  if (keys === undefined) due.slots.set(slot, [key]);
  else keys.push(key);
  due.nextUs = Math.min(due.nextUs, nextUs);
}

/**
 * Removes and returns the keys whose instant is reached.
 * @param instants by key, as last recorded
 */
export function takeDue(due: DueKeys, instants: Float64Array, asOfUs: number): Iterable<number> {
  const taken = new Set<number>();
  if (asOfUs < due.nextUs) return taken;
  due.nextUs = Infinity;
  for (const slot of [...due.slots.keys()].sort((one, other) => one - other)) {
    const left = new Set<number>();
    for (const key of due.slots.get(slot) ?? []) {
      const nextUs = instants[key] ?? Infinity;
      if (nextUs <= asOfUs) taken.add(key);
      else if (Math.floor(nextUs / slotUs) === slot) left.add(key);
    }
    for (const key of left) due.nextUs = Math.min(due.nextUs, instants[key] ?? Infinity);
    if (left.size === 0) due.slots.delete(slot);
    else {
      due.slots.set(slot, [...left]);
      break;
    }
  }
  return taken;
}
