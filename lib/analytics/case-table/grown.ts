import type { Integers } from "./integers";

/** How much more room a column gets than is needed now. */
export const growth = 1.25;

/** Moves a column into a longer one. @returns the longer one */
export function grown<Column extends Float64Array | Float32Array | Integers>(
  from: Column,
  to: Column,
): Column {
  to.set(from);
  return to;
}

/** A column by key, with room for a key. @returns a longer one where there was none */
export function withRoomFor(column: Uint32Array, key: number): Uint32Array {
  if (key < column.length) return column;
  return grown(column, new Uint32Array(Math.ceil((key + 1) * growth)));
}
