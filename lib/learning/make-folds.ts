import { hashFeature } from "./hash-feature";

/**
 * Spreads rows over folds, whole groups at a time: what a model is judged on shares no domain, agent
 * model or template with what it was fitted to. Each group is a fold of its own where there are few.
 * @returns for each row its fold, from 0
 */
export function makeFolds(groups: readonly string[], foldsMax: number): readonly number[] {
  const names = [...new Set(groups)].sort();
  if (names.length > foldsMax) return groups.map((group) => hashFeature(group, 30) % foldsMax);
  const places = new Map(names.map((name, index) => [name, index]));
  return groups.map((group) => places.get(group) ?? 0);
}
