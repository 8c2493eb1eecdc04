import type { SlaClock, SlaSegment } from "@/lib/domain/sla-clock";
import { formatBusinessTime, formatInstant } from "../format";
import type { TimelineSla } from "./timeline-model";

/** The service clock as a bar: cut where the target was used up. */
export function tellSla({ segments, usedUs, targetUs, ...clock }: SlaClock): TimelineSla {
  if (targetUs === null) {
    const words = "Nobody set a target for this case.";
    return { label: "no target", words, segments: [], dueUs: null, overWords: null };
  }
  const { breachedAtUs, dueUs } = clock;
  const target = formatBusinessTime(targetUs);
  const overWords = breachedAtUs === null ? null : wordsOver(breachedAtUs, usedUs - targetUs);
  return {
    label: target,
    words: `${formatBusinessTime(usedUs)} of ${target} used${
      overWords === null ? "" : `, ${overWords}`
    }`,
    segments: segments.flatMap((segment) => cutAt(segment, breachedAtUs)),
    dueUs,
    overWords,
  };
}

const minuteUs = 60_000_000;

/** Where no business time has gone by since the target was used up, since when it is. */
function wordsOver(sinceUs: number, overUs: number): string {
  return overUs < minuteUs
    ? `time ran out ${formatInstant(sinceUs, "weekdayTime")}`
    : `${formatBusinessTime(overUs)} over`;
}

function cutAt(segment: SlaSegment, atUs: number | null): TimelineSla["segments"] {
  if (atUs === null || segment.toUs <= atUs) return [{ ...segment, isOver: false }];
  if (segment.fromUs >= atUs) return [{ ...segment, isOver: true }];
  return [
    { ...segment, toUs: atUs, isOver: false },
    { ...segment, fromUs: atUs, isOver: true },
  ];
}
