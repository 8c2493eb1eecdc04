/** A time span drawn to scale; an instant where both ends are equal. */
export type ActiveSpan = {
  readonly fromUs: number;
  readonly toUs: number;
  /** Minimum width in px. */
  readonly leastPx: number;
};

/** Spans with no idle gap between them. */
export type ActiveBlock = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly spans: readonly ActiveSpan[];
};

/** Longer idle time is cut out of the compressed scale. */
export const shortestGapUs = 30 * 60_000_000;

/**
 * Merges activity into blocks, in order, separated by idle gaps.
 * @param restUs longest pause within a block
 */
export function findActivity(
  spans: readonly ActiveSpan[],
  restUs = shortestGapUs,
): readonly ActiveBlock[] {
  const blocks: { fromUs: number; toUs: number; spans: ActiveSpan[] }[] = [];
  for (const span of spans.toSorted((a, b) => a.fromUs - b.fromUs || a.toUs - b.toUs)) {
    const last = blocks.at(-1);
    if (last !== undefined && span.fromUs - last.toUs <= restUs) {
      last.spans.push(span);
      last.toUs = Math.max(last.toUs, span.toUs);
    } else {
      blocks.push({ fromUs: span.fromUs, toUs: span.toUs, spans: [span] });
    }
  }
  return blocks;
}
