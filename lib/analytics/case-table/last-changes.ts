import { withRoomFor } from "./grown";

/** By key, the store's sequence at the last write of each case, in as many bits as its sum is taken in. */
export type LastChanges = { ofKey: Uint32Array };

/** Two copies of the same cases have the same. */
export type ChangeSums = { readonly count: number; readonly sum: number };

/** Changes are summed modulo this, so that sums of any number of cases are exact. */
export const changeModulus = 2 ** 24;

export function createLastChanges(): LastChanges {
  return { ofKey: new Uint32Array(0) };
}

/** Records the last write of each case. */
export function noteLastChanges(
  changes: LastChanges,
  rows: readonly { readonly key: number; readonly changed: number }[],
): void {
  for (const { key, changed } of rows) {
    changes.ofKey = withRoomFor(changes.ofKey, key);
    changes.ofKey[key] = changed % changeModulus;
  }
}

/**
 * Sums the last writes of cases.
 * @param flags by key; 0 where there is no case
 * @param except keys of cases that count on neither side
 */
export function sumLastChanges(
  { ofKey }: LastChanges,
  flags: Uint16Array,
  except: ReadonlySet<number>,
): ChangeSums {
  let [count, sum] = [0, 0];
  for (let key = 0; key < flags.length; key += 1) {
    if (flags[key] === 0 || except.has(key)) continue;
    count += 1;
    sum += ofKey[key] ?? 0;
  }
  return { count, sum };
}
