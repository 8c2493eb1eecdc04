/** Whole numbers from 0 to below 2^32, in as few bytes each as the largest so far needs. */
export type Integers = Uint8Array | Uint16Array | Uint32Array;

/** A column of zeros. @param bytes of each: 1, 2 or 4 */
export function createIntegers(length: number, bytes = 1): Integers {
  if (bytes === 1) return new Uint8Array(length);
  return bytes === 2 ? new Uint16Array(length) : new Uint32Array(length);
}

/**
 * Sets one of them.
 * @param value 0 is kept of a word that its list does not have, which is below 0
 * @returns the column, or a wider one where the value needs it
 */
export function withInteger(column: Integers, place: number, value: number): Integers {
  const kept = Math.max(0, value);
  column[place] = kept;
  if (column[place] === kept) return column;
  const wider = createIntegers(column.length, kept < 2 ** 16 ? 2 : 4);
  wider.set(column);
  wider[place] = kept;
  return wider;
}
