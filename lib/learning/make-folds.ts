import { hashFeature } from "./hash-feature";

/**
 * Assigns rows to folds by whole groups: training and test rows share no domain, agent model or template. With few
 * groups each is a fold.
 * @returns each row's fold, from 0
 */
export function makeFolds(groups: readonly string[], foldsMax: number): readonly number[] {
  const names = [...new Set(groups)].sort();
  if (names.length > foldsMax) return groups.map((group) => hashFeature(group, 30) % foldsMax);
  const places = new Map(names.map((name, index) => [name, index]));
  return groups.map((group) => places.get(group) ?? 0);
}
