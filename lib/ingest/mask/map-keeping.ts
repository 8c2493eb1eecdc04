/** Maps a list; returns the same list if no element changed, so that shared objects stay shared. */
export function mapKeeping<T>(
  list: readonly T[],
  map: (item: T, index: number) => T,
): readonly T[] {
  let mapped: T[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (item === undefined) continue;
    const next = map(item, index);
    if (next === item) continue;
    mapped ??= [...list];
    mapped[index] = next;
  }
  return mapped ?? list;
}
