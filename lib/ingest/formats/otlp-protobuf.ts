import type { Format } from "./format";
import { LoggedEvents } from "./logs/logged-events";
import { TracesDecoder } from "./traces-decoder";
import { unkeptLogs } from "./logs/unkept-logs";
import { WireReader, wireTypes } from "./wire-reader";

/** OTLP protobuf: one TracesData, LogsData or export request, or several concatenated. */
export const otlpProtobuf: Format = {
  name: "otlp-protobuf",
  title: "OpenTelemetry traces and logs as protobuf",
  recognise: isTracesData,
  async *decode(bytes) {
    const events = new LoggedEvents();
    const decoder = new TracesDecoder(events);
    for await (const chunk of bytes) yield* decoder.push(chunk);
    yield* decoder.end();
    yield unkeptLogs(events);
  },
};

/** Checks the first field down to a resource or scope. */
function isTracesData(head: Uint8Array): boolean {
  if (head[0] !== 0x0a) return false;
  try {
    const reader = new WireReader(head);
    reader.next();
    const end = reader.length();
    if (end === reader.position) return true;
    const inner = new WireReader(head, reader.position, Math.min(end, head.length));
    if (!inner.next() || inner.wireType !== wireTypes.bytes || inner.field > 3) return false;
    return inner.length() <= end;
  } catch {
    return false;
  }
}
