import { DomainError } from "@/lib/domain/domain-error";
import type { DecodedItem } from "./format";
import { isJsonArray, isJsonObject } from "./json-shape";
import { readTraces } from "./json-traces";
import { SpanFindings } from "./span-findings";
import { TracesDecoder } from "./traces-decoder";
import { textLengthMax } from "./clean-text";

/** The body of one OTLP/HTTP request. */
export type TracesRequest = {
  readonly bytes: Uint8Array;
  readonly encoding: "json" | "protobuf";
};

/**
 * Decodes one ExportTraceServiceRequest. Unlike a file it must be complete: the exporter then knows
 * that nothing was stored.
 * @throws DomainError "invalid-input" if the bytes are not such a request
 */
export function decodeRequest(request: TracesRequest): readonly DecodedItem[] {
  return request.encoding === "json" ? decodeJson(request.bytes) : decodeProtobuf(request.bytes);
}

function decodeJson(bytes: Uint8Array): readonly DecodedItem[] {
  const text = new TextDecoder().decode(bytes);
  const value = parse(text);
  const list = isJsonObject(value) ? (value.resourceSpans ?? value.resource_spans ?? []) : null;
  if (!isJsonArray(list)) {
    throw new DomainError("invalid-input", "The body is not an OTLP/JSON request for traces.");
  }
  const items: DecodedItem[] = [];
  const isClean = text.length <= textLengthMax && !text.includes("\\u");
  readTraces(value, "", { isClean, findings: new SpanFindings() }, items);
  return items;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("invalid-input", "The body is not JSON.");
  }
}

function decodeProtobuf(bytes: Uint8Array): readonly DecodedItem[] {
  const decoder = new TracesDecoder();
  const items = [...decoder.push(bytes), ...decoder.end()].flat();
  if (decoder.broken !== null) {
    const { place, reason } = decoder.broken;
    throw new DomainError("invalid-input", `The body is not an OTLP request: ${place}: ${reason}`);
  }
  return items;
}
