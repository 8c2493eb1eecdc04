/** The encodings of OTLP/HTTP; a response uses its request's. */
export type OtlpEncoding = "json" | "protobuf";

/** Number of rejected spans or log records (0 for a warning), and a message for people. */
export type PartialSuccess = { readonly rejected: number; readonly errorMessage: string };

/** What is kept of OpenTelemetry's signals; of logs, events with a span's words. */
export type OtlpSignal = "traces" | "logs";

const rejectedNames = { traces: "rejectedSpans", logs: "rejectedLogRecords" } as const;

/** google.rpc.Status; `code` is one of google.rpc.Code. */
export type RpcStatus = { readonly code: number; readonly message: string };

/**
 * Encodes an ExportTraceServiceResponse or ExportLogsServiceResponse.
 * @param partial null on full success, which leaves `partial_success` unset
 */
export function encodeExportResponse(
  partial: PartialSuccess | null,
  encoding: OtlpEncoding,
  signal: OtlpSignal,
): Uint8Array<ArrayBuffer> {
  if (encoding === "json") {
    if (partial === null) return utf8("{}");
    const { rejected, errorMessage } = partial;
    const partialSuccess = { [rejectedNames[signal]]: String(rejected), errorMessage };
    return utf8(JSON.stringify({ partialSuccess }));
  }
  if (partial === null) return new Uint8Array(0);
  const { rejected, errorMessage } = partial;
  return bytesField(1, joined(numberField(1, rejected), bytesField(2, utf8(errorMessage))));
}

/** Encodes the response to metrics, of which nothing is counted as rejected: a message for people. */
export function encodeWarning(
  errorMessage: string,
  encoding: OtlpEncoding,
): Uint8Array<ArrayBuffer> {
  if (encoding === "json") return utf8(JSON.stringify({ partialSuccess: { errorMessage } }));
  return bytesField(1, bytesField(2, utf8(errorMessage)));
}

/** Encodes a google.rpc.Status, the body of every OTLP/HTTP error. */
export function encodeStatus(
  { code, message }: RpcStatus,
  encoding: OtlpEncoding,
): Uint8Array<ArrayBuffer> {
  if (encoding === "json") return utf8(JSON.stringify({ code, message }));
  return joined(numberField(1, code), bytesField(2, utf8(message)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A varint field; proto3 omits 0. */
function numberField(field: number, value: number): Uint8Array {
  return value === 0 ? new Uint8Array(0) : Uint8Array.from([field * 8, ...varint(value)]);
}

/** A length-delimited field. */
function bytesField(field: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(Uint8Array.from([field * 8 + 2, ...varint(bytes.length)]), bytes);
}

function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
