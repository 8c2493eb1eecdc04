/** Quality of decisions at a threshold; null if undefined. */
export type BinaryFigures = {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly accuracy: number | null;
  readonly balancedAccuracy: number | null;
};

/**
 * Compares decisions with labels.
 * @param decided true for 1
 * @param labels 1 or 0, of the same length
 */
export function binaryFigures(
  decided: readonly boolean[],
  labels: readonly number[],
): BinaryFigures {
  let [hits, falseAlarms, misses, passes] = [0, 0, 0, 0];
  decided.forEach((isYes, index) => {
    const isPositive = labels[index] === 1;
    if (isYes && isPositive) hits += 1;
    else if (isYes) falseAlarms += 1;
    else if (isPositive) misses += 1;
    else passes += 1;
  });
  const recall = share(hits, hits + misses);
  const specificity = share(passes, passes + falseAlarms);
  return {
    precision: share(hits, hits + falseAlarms),
    recall,
    f1: share(2 * hits, 2 * hits + falseAlarms + misses),
    accuracy: share(hits + passes, decided.length),
    balancedAccuracy: recall === null || specificity === null ? null : (recall + specificity) / 2,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
