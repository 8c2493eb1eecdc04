import { z } from "zod";
import {
  annotationKinds,
  annotationTextMax,
  type NewAnnotation,
} from "@/lib/domain/settings/annotation";
import { dayUs, instantAt, minuteUs } from "@/lib/stats/time/zoned-time";

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const draftSchema = z.strictObject({
  kind: z.enum(annotationKinds),
  /** ISO date "2026-03-31"; the time is "HH:MM", "" for the whole day. */
  from: day,
  fromTime: time.or(z.literal("")),
  /** Inclusive; "" for a point. */
  to: day.or(z.literal("")),
  toTime: time.or(z.literal("")),
  text: z.string().max(annotationTextMax),
});

/** An annotation's form values. */
export type AnnotationDraft = z.infer<typeof draftSchema>;

/**
 * Validates an annotation's times: a range ends after it begins; an end time needs its day. @returns a
 * sentence; null: valid
 */
export function draftProblem({ from, fromTime, to, toTime }: AnnotationDraft): string | null {
  if (from === "") return "Say on which day it was, or began.";
  if (to === "") return toTime === "" ? null : "Say on which day it ended.";
  const isBefore = to < from || (to === from && toTime !== "" && toTime <= fromTime);
  return isBefore ? "It ends before it begins." : null;
}

/**
 * Schema of a new annotation; converts local days and times to instants.
 * @param zone IANA name of the zone the times were typed in
 */
export function annotationSchema(zone: string): z.ZodType<NewAnnotation> {
  return draftSchema
    .refine((draft) => draftProblem(draft) === null)
    .transform(({ kind, text, ...when }) => ({ kind, text, ...instantsOf(when, zone) }));
}

function instantsOf(
  { from, fromTime, to, toTime }: Omit<AnnotationDraft, "kind" | "text">,
  zone: string,
): Pick<NewAnnotation, "fromUs" | "toUs"> {
  const fromUs = instantAt(dayOf(from), clockUs(fromTime), zone);
  if (to === "") return { fromUs, toUs: null };
  const toUs =
    toTime === "" ? instantAt(dayOf(to) + 1, 0, zone) : instantAt(dayOf(to), clockUs(toTime), zone);
  return { fromUs, toUs };
}

function dayOf(isoDate: string): number {
  return Math.floor((Date.parse(isoDate) * 1000) / dayUs);
}

function clockUs(clock: string): number {
  const [hours = 0, minutes = 0] = clock === "" ? [] : clock.split(":").map(Number);
  return (hours * 60 + minutes) * minuteUs;
}
