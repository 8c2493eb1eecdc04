import type { Content } from "@/lib/domain/reading";
import type { AttributeValue, SourceSpan } from "@/lib/domain/span";

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
 * Gives each message of a call's transcript its own time, where the call says it: seconds (or
 * milliseconds, under a name that ends so) from the call's start, or since 1970.
 * @returns the content unchanged where it is no call's transcript
 */
export function timesOfTranscript(span: SourceSpan, content: Content | null): Content | null {
  if (content === null || typeof content === "string") return content;
  if (!span.attributes.has("conversation.transcript.0.message.role")) return content;
  const starts = transcriptStarts(span);
  if (starts.length !== content.length) return content;
  return content.map((utterance, index) => {
    const atUs = starts[index];
    return atUs === undefined || atUs === null ? utterance : { ...utterance, atUs };
  });
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
