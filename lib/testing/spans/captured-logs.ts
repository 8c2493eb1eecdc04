import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One log record of OTLP/JSON. */
export type LogRecord = {
  readonly traceId: string;
  readonly spanId: string;
  readonly timeUnixNano: string;
  readonly eventName?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly body?: { readonly kvlistValue?: object };
};

export type LogsRequest = {
  readonly resourceLogs: readonly {
    readonly resource: object;
    readonly scopeLogs: readonly { readonly scope: object; readonly logRecords: LogRecord[] }[];
  }[];
};

type JsonSpan = { readonly spanId: string; readonly traceId: string; events?: object[] };

export type TracesRequest = {
  readonly resourceSpans: readonly { readonly scopeSpans: { readonly spans: JsonSpan[] }[] }[];
};

/** Bodies that an instrumentation's current version really sent, its words in log events, cut to two traces. */
export const capturedLogs = {
  /** @opentelemetry/instrumentation-openai 0.21.0, chat completions: one event per message. */
  chat: "openai-js-chat.otlp.jsonl",
  /** The same, responses: an event with the prompt's list and one with the reply's. */
  responses: "openai-js-responses.otlp.jsonl",
  /** One body of the first as protobuf, of one trace. */
  protobuf: "openai-js-chat-logs.otlp.pb",
} as const;

/** The bytes of a captured file. */
export function readCaptured(name: string): Buffer {
  return readFileSync(join(process.cwd(), "lib/testing/fixtures", name));
}

/** The requests of a captured file of lines. */
export function readCapturedRequests(name: string): {
  readonly logs: readonly LogsRequest[];
  readonly traces: TracesRequest;
} {
  const requests = readCaptured(name)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as LogsRequest | TracesRequest);
  const traces = requests.find((request) => "resourceSpans" in request);
  if (traces === undefined) throw new Error(`${name} has no traces.`);
  return { logs: requests.filter((request) => "resourceLogs" in request), traces };
}

/** The log records of requests, in order. */
export function recordsOf(requests: readonly LogsRequest[]): LogRecord[] {
  return requests.flatMap(({ resourceLogs }) =>
    resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)),
  );
}

/** One request of these records, with the resource and scope of `like`. */
export function requestOf(records: readonly LogRecord[], like: LogsRequest): LogsRequest {
  const [resource] = like.resourceLogs;
  const [scope] = resource?.scopeLogs ?? [];
  if (resource === undefined || scope === undefined) throw new Error("This request is empty.");
  const logs = { ...resource, scopeLogs: [{ ...scope, logRecords: [...records] }] };
  return { resourceLogs: [logs] };
}

/** The traces with each span's log records as its own events. */
export function withSpanEvents(
  traces: TracesRequest,
  records: readonly LogRecord[],
): TracesRequest {
  const eventOf = ({ timeUnixNano, attributes, eventName, body }: LogRecord) => {
    const name = attributes.find(({ key }) => key === "event.name")?.value;
    const said = body?.kvlistValue === undefined ? [] : [{ key: "body", value: body }];
    const text = name !== undefined && "stringValue" in name ? name.stringValue : eventName;
    return { name: text, timeUnixNano, attributes: [...attributes, ...said] };
  };
  const withEvents = (span: JsonSpan) => ({
    ...span,
    events: records.filter(({ spanId }) => spanId === span.spanId).map(eventOf),
  });
  return {
    resourceSpans: traces.resourceSpans.map((resource) => ({
      ...resource,
      scopeSpans: resource.scopeSpans.map((scope) => ({
        ...scope,
        spans: scope.spans.map(withEvents),
      })),
    })),
  };
}
