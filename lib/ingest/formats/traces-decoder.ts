import { ByteQueue } from "./byte-queue";
import { refuseSpan } from "./finish-span";
import { objectLengthMax, type DecodedItem } from "./format";
import type { LoggedEvents } from "./logs/logged-events";
import { readWireResource, type WireBreak } from "./protobuf-traces";
import { SpanFindings } from "./span-findings";
import { WireError, WireReader, wireTypes } from "./wire-reader";

const resourceSpansField = 1;
/** Maximum size of a tag with a length or number. */
const headerLengthMax = 20;

type Header = { readonly size: number; readonly field: number; readonly length: number };

/**
 * Decodes a TracesData or ExportTraceServiceRequest, or the same of logs, in chunks, one resource in memory at a time.
 */
export class TracesDecoder {
  /** The first place where the message itself is invalid. */
  broken: WireBreak | null = null;
  private readonly queue = new ByteQueue();
  private readonly findings = new SpanFindings();
  private header: Header | null = null;
  private toSkip = 0;
  private index = 0;
  private isGivenUp = false;

  /** @param events counts the log records that are not kept */
  constructor(private readonly events: LoggedEvents) {}

  /** Feeds bytes, split anywhere; yields the completed spans and rejects. */
  *push(chunk: Uint8Array): Iterable<readonly DecodedItem[]> {
    if (this.isGivenUp) return;
    this.queue.push(chunk);
    yield* this.step(false);
  }

  /** Yields what was still open; truncated data is a reject. */
  *end(): Iterable<readonly DecodedItem[]> {
    if (!this.isGivenUp) yield* this.step(true);
    if (this.isGivenUp) return;
    if (this.header !== null) yield* this.readResource(this.header);
    else if (this.queue.length > 0 || this.toSkip > 0) yield this.giveUp(endsEarly);
  }

  private *step(isEnd: boolean): Iterable<readonly DecodedItem[]> {
    for (;;) {
      if (this.toSkip > 0) this.toSkip -= this.queue.take(this.toSkip).length;
      if (this.toSkip > 0) return;
      if (this.header === null && this.queue.length > 0) {
        if (this.queue.length < headerLengthMax && !isEnd) return;
        yield* this.readHeader();
      }
      if (this.header === null) {
        if (this.isGivenUp || this.queue.length === 0) return;
      } else {
        if (this.queue.length < this.header.length) return;
        yield* this.readResource(this.header);
      }
    }
  }

  private *readHeader(): Iterable<readonly DecodedItem[]> {
    const bytes = this.queue.take(headerLengthMax);
    const header = parseHeader(bytes);
    if (header === null) {
      yield this.giveUp(notProtobuf);
      return;
    }
    this.queue.unshift(bytes.subarray(header.size));
    if (header.field !== resourceSpansField) this.toSkip = header.length;
    else if (header.length > objectLengthMax) {
      this.toSkip = header.length;
      yield [refuseSpan(`resourceSpans[${this.index++}]`, tooLong)];
    } else this.header = header;
  }

  private *readResource(header: Header): Iterable<readonly DecodedItem[]> {
    this.header = null;
    const bytes = this.queue.take(header.length);
    const out: DecodedItem[] = [];
    const isCut = bytes.length < header.length;
    const place = `resourceSpans[${this.index++}]`;
    const context = { findings: this.findings, events: this.events, out };
    const reading = readWireResource(new WireReader(bytes), isCut, place, context);
    let read = reading.next();
    for (; read.done !== true; read = reading.next()) {
      yield out.slice();
      out.length = 0;
    }
    const broken = read.value;
    this.events.endResource();
    if (broken !== null) {
      this.broken ??= broken;
      out.push(refuseSpan(broken.place, broken.reason));
    }
    yield out;
  }

  private giveUp(reason: string): readonly DecodedItem[] {
    this.isGivenUp = true;
    const place = `resourceSpans[${this.index}]`;
    this.broken ??= { place, reason };
    return [refuseSpan(place, reason)];
  }
}

const notProtobuf = "From here on this is not readable as protobuf; send it again.";
const endsEarly = "The protobuf ends in the middle of this; send it again whole.";
const tooLong = "This is longer than 64 MiB; split it into several requests.";

/** @returns null if no field begins */
function parseHeader(bytes: Uint8Array): Header | null {
  const reader = new WireReader(bytes);
  try {
    reader.next();
    const { field, wireType } = reader;
    if (wireType === wireTypes.bytes) {
      const length = reader.varint();
      return { size: reader.position, field, length };
    }
    if (field === resourceSpansField) return null;
    reader.skip();
    return { size: reader.position, field, length: 0 };
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}
