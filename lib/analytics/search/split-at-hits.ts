import type { TextSegment } from "@/lib/format/segment-text";
import type { Hit } from "./find-hits";

/** A run of text that a search may have hit. */
export type FoundSegment = TextSegment & {
  /** Number of the hit it belongs to within its text, from 1; null: none. */
  readonly hit: number | null;
  /** True where that hit begins. */
  readonly isHitStart: boolean;
};

/** Whether a search hit a segment. */
export function isHit(
  segment: TextSegment | FoundSegment,
): segment is FoundSegment & { readonly hit: number } {
  return "hit" in segment && segment.hit !== null;
}

/**
 * Splits the segments of a text at the bounds of hits; a masked value is never split and belongs to a hit that reaches
 * into it.
 * @param hits in order, as offsets into the joined raw texts
 */
export function splitAtHits(
  segments: readonly TextSegment[],
  hits: readonly Hit[],
): FoundSegment[] {
  let offset = 0;
  let started = -1;
  return segments.flatMap((segment) => {
    const start = offset;
    offset += segment.raw.length;
    const within = hits.flatMap((hit, at) =>
      hit.start < offset && hit.end > start ? [{ ...hit, at }] : [],
    );
    return cutsOf(segment, within, start).map(([begin, end], index) => {
      const hit = within.find((each) => each.start < start + end && each.end > start + begin);
      const isHitStart = hit !== undefined && hit.at !== started;
      if (hit !== undefined) started = hit.at;
      const raw = segment.raw.slice(begin, end);
      const starts = index === 0 ? segment.starts : [];
      return { ...segment, raw, starts, hit: hit === undefined ? null : hit.at + 1, isHitStart };
    });
  });
}

function cutsOf(
  { raw, masked }: TextSegment,
  within: readonly Hit[],
  start: number,
): (readonly [number, number])[] {
  if (masked !== null || within.length === 0) return [[0, raw.length]];
  const bounds = new Set([0, raw.length]);
  for (const hit of within) {
    bounds.add(Math.max(0, hit.start - start)).add(Math.min(raw.length, hit.end - start));
  }
  const sorted = [...bounds].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((begin, at) => [begin, sorted[at + 1] ?? raw.length] as const);
}
