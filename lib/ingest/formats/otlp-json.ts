import type { DecodedItem, Format } from "./format";
import { headText } from "./head-text";
import { JsonDocuments, type JsonDialect, type JsonPiece } from "./json-documents";
import { isTracesObject, readTraces, tracesListKeys, type TracesMode } from "./json-traces";
import { LoggedEvents } from "./logs/logged-events";
import { SpanFindings } from "./span-findings";
import { unkeptLogs } from "./logs/unkept-logs";

const dialect: JsonDialect = {
  listNames: tracesListKeys,
  salvageName: "spans",
  isDocument: isTracesObject,
};

const jsonStart = /^[^\S\n\r\u2028\u2029]*[[{]/m;
const tracesKey =
  /"(?:(?:resource_?spans|scope_?spans|batches|span_?id|resource_?(?:logs|metrics))"\s*:|observations"\s*:\s*\[)/i;

/**
 * OTLP/JSON: one request per line, one request over several lines, or an array of them; and what other tracing servers
 * export: Jaeger's traces and Langfuse's.
 */
export const otlpJson: Format = {
  name: "otlp-json",
  title: "OpenTelemetry traces and logs as JSON",
  recognise(head) {
    const text = headText(head);
    return jsonStart.test(text) && tracesKey.test(text);
  },
  async *decode(bytes) {
    const documents = new JsonDocuments(dialect);
    const found = { findings: new SpanFindings(), events: new LoggedEvents() };
    for await (const chunk of bytes) {
      for (const piece of documents.push(chunk)) yield readPiece(piece, found);
    }
    for (const piece of documents.end()) yield readPiece(piece, found);
    yield unkeptLogs(found.events);
  },
};

function readPiece(piece: JsonPiece, found: Omit<TracesMode, "isClean">): readonly DecodedItem[] {
  const out: DecodedItem[] = [];
  if (piece.type === "value") {
    readTraces(piece.value, piece.place, { isClean: piece.isClean, ...found }, out);
  } else {
    const spans = Math.max(1, piece.lost.split(startTimeKey).length - 1);
    const reject = { place: piece.place, reason: piece.reason, spans };
    out.push({ type: "reject", reject });
  }
  return out;
}

/** Occurs once in each span, and nowhere else. */
const startTimeKey = /"start_?time_?unix_?nano"/i;
