import type { SlaClock, SlaSegment } from "@/lib/domain/case/sla-clock";
import { formatBusinessTime } from "@/lib/format/format";
import { lateWords } from "@/lib/format/clock-words";
import type { TimelineSla } from "./timeline-model";
import { sla } from "../words/timeline";

/** The SLA clock as a bar, split where the target was exceeded. */
export function slaItems({ segments, usedUs, targetUs, status }: SlaClock): TimelineSla {
  if (targetUs === null) {
    const { noTarget, noTargetSentence } = sla;
    return { label: noTarget, words: noTargetSentence, segments: [], dueUs: null, overWords: null };
  }
  const { dueUs } = status;
  const target = formatBusinessTime(targetUs);
  const overWords = lateWords(status);
  const breachedAtUs = overWords === null ? null : dueUs;
  return {
    label: target,
    words: [sla.used(formatBusinessTime(usedUs), target), overWords]
      .filter((each) => each !== null)
      .join(", "),
    segments: segments.flatMap((segment) => cutAt(segment, breachedAtUs)),
    dueUs,
    overWords,
  };
}

function cutAt(segment: SlaSegment, atUs: number | null): TimelineSla["segments"] {
  if (atUs === null || segment.toUs <= atUs) return [{ ...segment, isOver: false }];
  if (segment.fromUs >= atUs) return [{ ...segment, isOver: true }];
  return [
    { ...segment, toUs: atUs, isOver: false },
    { ...segment, fromUs: atUs, isOver: true },
  ];
}
