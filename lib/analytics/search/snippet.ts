import type { Message } from "@/lib/domain/case/case";
import { segmentText } from "@/lib/format/segment-text";
import type { Hit } from "./find-hits";
import { shownMessage } from "./search-case";
import { splitAtHits, type FoundSegment } from "./split-at-hits";

/** Characters shown before the first hit, and from it on. */
const beforeMax = 48;
const afterMax = 180;
/** Characters read around them: no masked value is longer than the difference. */
const readAround = 200;

/** One line of a message around its first hit, every hit in it marked. @param hits of the text that is shown of it */
export function snippetOf(
  message: Pick<Message, "speaker" | "text">,
  hits: readonly Hit[],
): readonly FoundSegment[] {
  const first = hits[0]?.start ?? 0;
  const text = shownMessage(message);
  const from = Math.max(0, first - beforeMax - readAround);
  const near = text.slice(from, first + afterMax + readAround);
  const placed = hits.map((hit) => ({
    ...hit,
    start: hit.start - from,
    end: hit.end - from,
  }));
  const segments = splitAtHits(segmentText(near, []), placed);
  const at = segments.findIndex(({ hit }) => hit !== null);
  const before = takeWords(segments.slice(0, at).reverse(), beforeMax, "end").reverse();
  return [...before, ...takeWords(segments.slice(at), afterMax, "start")];
}

/**
 * Takes segments up to a length; the last is shortened at a word unless it is a masked value or a hit.
 * @param side the side of a segment that is nearer to the hit
 */
function takeWords(
  segments: readonly FoundSegment[],
  lengthMax: number,
  side: "start" | "end",
): FoundSegment[] {
  const taken: FoundSegment[] = [];
  let left = lengthMax;
  for (const segment of segments) {
    if (left <= 0) break;
    const raw = segment.raw.replace(/\s+/gu, " ");
    const isWhole = raw.length <= left || segment.masked !== null || segment.hit !== null;
    taken.push({ ...segment, raw: isWhole ? raw : cutAtWord(raw, left, side) });
    left -= raw.length;
  }
  return taken;
}

function cutAtWord(text: string, length: number, side: "start" | "end"): string {
  if (side === "start") return `${text.slice(0, length).replace(/\s\S*$/u, "")}…`;
  return `…${text.slice(-length).replace(/^\S*\s/u, "")}`;
}
