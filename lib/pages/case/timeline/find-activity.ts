/** A stretch of time that is drawn to scale, or an instant where both ends are the same. */
export type ActiveSpan = {
  readonly fromUs: number;
  readonly toUs: number;
  /** Below this many px it could not be read. */
  readonly leastPx: number;
};

/** Spans with no idle gap between them. */
export type ActiveBlock = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly spans: readonly ActiveSpan[];
};

/** A longer idle time is cut out of the compressed scale. */
export const shortestGapUs = 30 * 60_000_000;

/**
 * Merges what happened into blocks, in order; between two of them lies an idle gap.
 * @param restUs a rest up to this long cuts nothing
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
