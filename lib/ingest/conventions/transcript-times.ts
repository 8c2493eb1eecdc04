import type { DataFinding } from "@/lib/domain/trace/finding";
import { isInstant } from "@/lib/domain/instant";
import type { Content } from "@/lib/domain/trace/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/trace/span";

const startNames = [
  "message.start_time",
  "start_time",
  "message.start_time_seconds",
  "start_time_seconds",
  "message.time",
  "time",
  "message.start_time_ms",
  "start_time_ms",
];
const secondsPerDay = 86_400;

/**
 * Sets the time of each message of a call transcript that states it: seconds (or milliseconds, by
 * the key's ending) from the call's start, or since 1970.
 * @returns the same content if it is no call transcript
 */
export function timesOfTranscript(span: SourceSpan, content: Content | null): Content | null {
  if (content === null || typeof content === "string") return content;
  if (!hasTranscript(span)) return content;
  const starts = transcriptStarts(span);
  if (starts.length !== content.length) return content;
  return content.map((utterance, index) => {
    const atUs = starts[index];
    return atUs === undefined || atUs === null || !isInstant(atUs)
      ? utterance
      : { ...utterance, atUs };
  });
}

/** Findings for implausible times of a call transcript. */
export function findingsOfTranscript(span: SourceSpan): readonly DataFinding[] {
  const isOdd =
    hasTranscript(span) && transcriptStarts(span).some((atUs) => atUs !== null && !isInstant(atUs));
  return isOdd ? [timeOutside] : [];
}

const timeOutside: DataFinding = {
  code: "time-implausible",
  detail: "A message's time is not from 1970 to 2199; the span's start stands for it.",
};

function hasTranscript(span: SourceSpan): boolean {
  return span.attributes.has("conversation.transcript.0.message.role");
}

function transcriptStarts(span: SourceSpan): (number | null)[] {
  const starts: (number | null)[] = [];
  for (let index = 0; ; index += 1) {
    const prefix = `conversation.transcript.${String(index)}.`;
    if (!span.attributes.has(`${prefix}message.role`)) return starts;
    starts.push(startOf(span, prefix));
  }
}

function startOf(span: SourceSpan, prefix: string): number | null {
  for (const name of startNames) {
    const value = asNumber(span.attributes.get(prefix + name));
    if (value === null) continue;
    const seconds = name.endsWith("_ms") || value > 1e11 ? value / 1000 : value;
    if (seconds < 0) return null;
    const micros = Math.round(seconds * 1e6);
    return seconds < secondsPerDay ? span.startUs + micros : micros;
  }
  return null;
}

function asNumber(value: AttributeValue | undefined): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
