/**
 * Area under the ROC curve: the probability that a positive scores above a negative, ties counting half
 * (Mann–Whitney statistic divided by the number of pairs).
 * @param scores any numbers; `labels` 1 for a positive, 0 for a negative, of the same length
 * @returns 0 to 1, or null if either class is missing
 */
export function areaUnderRoc(scores: readonly number[], labels: readonly number[]): number | null {
  const order = scores.map((_, index) => index);
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const positives = labels.filter((label) => label === 1).length;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    let tiedPositives = 0;
    const value = scores[order[start] ?? 0];
    while (end < order.length && scores[order[end] ?? 0] === value) {
      if (labels[order[end] ?? 0] === 1) tiedPositives += 1;
      end += 1;
    }
    rankSum += (tiedPositives * (start + 1 + end)) / 2;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
