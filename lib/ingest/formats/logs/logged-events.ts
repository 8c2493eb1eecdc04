import type { LoggedEvent } from "@/lib/domain/trace/logged-event";
import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import {
  isGenAiEvent,
  isReplyRecord,
  readLoggedWords,
  readReplyRecord,
} from "../../conventions/read/read-logged-words";
import { finishLink, isTraced } from "../finish-span";

/** A decoded log record before the checks shared by all encodings. */
export type RawLog = {
  readonly traceId: string;
  readonly spanId: string;
  /** "" where the writer has only the attribute `event.name`. */
  readonly eventName: string;
  /** Microseconds since 1970; 0: unknown. */
  readonly atUs: number;
  readonly observedUs: number;
  readonly attributes: Attributes;
  readonly body: AttributeValue;
  readonly resource: Attributes;
  readonly scope: string;
};

/** Why log records are not kept, in order of mention. @param count of them */
const reasons = {
  other: (count: string) =>
    `Of logs only GenAI events (gen_ai.*) and Claude Code's replies, with a span's words, are kept (${count} records are not).`,
  wordless: (count: string) =>
    `GenAI events without words are not kept; OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true has them sent (${count}).`,
  spanless: (count: string) =>
    `GenAI events need a trace id, a span id and a time (${count} have none).`,
} as const;

/** The events of one span and instant so far: the next one's place, and how often each came. */
type Instant = { next: number; readonly sources: Map<string, number> };

/**
 * Added to the places of what a request begins with, which may go on with what the request before ended with: batches
 * of so many records are cut anywhere.
 */
const continued = 10_000;

type Reason = keyof typeof reasons;

/** How many records were not kept, and why; "" for none. */
export type UnkeptLogs = { readonly count: number; readonly reason: string };

/** Reads the log records of one request: keeps events with words and counts the rest by reason. */
export class LoggedEvents {
  private readonly counts: Record<Reason, number> = { other: 0, wordless: 0, spanless: 0 };
  private readonly instants = new Map<string, Instant>();

  /**
   * @param isFirst whether it is the first record of its scope in the request
   * @returns the event, or null if the record is not kept
   */
  read(log: RawLog, isFirst: boolean): LoggedEvent | null {
    const name = log.eventName === "" ? nameIn(log.attributes) : log.eventName;
    const isReply = isReplyRecord(name, log.body);
    if (!isReply && !isGenAiEvent(name)) return this.leaveOut("other");
    const span = finishLink(log.traceId, log.spanId);
    const atUs = [log.atUs, log.observedUs].find(isTraced);
    if (span === null || atUs === undefined) return this.leaveOut("spanless");
    const words = isReply
      ? readReplyRecord(log.attributes)
      : readLoggedWords(name, log.attributes, log.body);
    if (words === null) return this.leaveOut(isReply ? "other" : "wordless");
    const source = JSON.stringify([name, [...log.attributes], log.body]);
    const { resource, scope } = log;
    const at = this.place(`${span.traceId}/${span.spanId}/${String(atUs)}`, source, isFirst);
    return { ...span, name, atUs, ...at, ...words, source, resource, scope };
  }

  /** The number of records that were not kept, and why; resets. */
  takeUnkept(): UnkeptLogs {
    const found = (Object.keys(reasons) as Reason[]).filter((reason) => this.counts[reason] > 0);
    const count = found.reduce((sum, reason) => sum + this.counts[reason], 0);
    const reason = found.map((each) => reasons[each](String(this.counts[each])));
    Object.assign(this.counts, { other: 0, wordless: 0, spanless: 0 });
    return { count, reason: reason.join(" ") };
  }

  /** Ends the records of one resource: positions start again. */
  endResource(): void {
    this.instants.clear();
  }

  private leaveOut(reason: Reason): null {
    this.counts[reason] += 1;
    return null;
  }

  private place(
    key: string,
    source: string,
    isFirst: boolean,
  ): Pick<LoggedEvent, "place" | "repeat"> {
    const known = this.instants.get(key);
    const instant = known ?? { next: isFirst ? continued : 0, sources: new Map<string, number>() };
    if (known === undefined) this.instants.set(key, instant);
    const repeat = instant.sources.get(source) ?? 0;
    const place = instant.next;
    instant.next += 1;
    instant.sources.set(source, repeat + 1);
    return { place, repeat };
  }
}

function nameIn(attributes: Attributes): string {
  const name = attributes.get("event.name");
  return typeof name === "string" ? name : "";
}
