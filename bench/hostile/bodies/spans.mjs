import { count, dayMs, makeMessage, makeSpan, requestOf, spanId, traceId } from "../otlp.mjs";

/** Bodies of many spans, or of spans that contradict each other or themselves. */

const secondMs = 1000;

/** Span `at` of one trace; its times go on by a second. */
const inOneTrace = (at, nowMs, more = {}) =>
  makeSpan({
    trace: 1,
    span: at + 1,
    atMs: nowMs - 2 * dayMs + at * secondMs,
    attributes: {
      ...(at === 0 && { case_id: "HOSTILE-1", customer_id: "hostile-customer", channel: "chat" }),
      "message.role": at % 2 === 0 ? "customer" : "agent",
      "message.content": `Message ${at}`,
    },
    ...more,
  });

export const spans = [
  {
    name: "trace-30000",
    what: "a trace of 30,000 spans",
    isGzip: true,
    bytes: ({ nowMs }) => requestOf(count(30_000, (at) => inOneTrace(at, nowMs, { parent: 1 }))),
  },
  {
    name: "trace-1000000",
    what: "a trace of a million spans, in 20 bodies",
    isGzip: true,
    requests: 20,
    isSame: false,
    bytes: ({ at, nowMs }) =>
      requestOf(
        count(50_000, (index) =>
          makeSpan({
            ...{ trace: 1, span: 50_000 * at + index + 2, parent: 1, atMs: nowMs - dayMs + index },
            ...(index === 0 && { attributes: { case_id: "HOSTILE-1" } }),
          }),
        ),
      ),
  },
  {
    name: "own-traces-200000",
    what: "200,000 spans, each of a trace of its own",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(count(200_000, (at) => makeSpan({ trace: at, span: at, atMs: nowMs - at * 10 }))),
  },
  {
    name: "same-span-id",
    what: "20,000 different spans with the same ids",
    bytes: ({ nowMs }) =>
      requestOf(
        count(20_000, (at) => ({
          ...makeMessage(at, nowMs, `Message ${at}`),
          ...{ traceId: traceId(1), spanId: spanId(1) },
        })),
      ),
  },
  {
    name: "parents-in-a-circle",
    what: "20,000 spans, each the parent of the one before",
    bytes: ({ nowMs }) =>
      requestOf(count(20_000, (at) => inOneTrace(at, nowMs, { parent: ((at + 1) % 20_000) + 1 }))),
  },
  {
    name: "parents-in-a-line",
    what: "20,000 spans, each the child of the one before",
    bytes: ({ nowMs }) =>
      requestOf(
        count(20_000, (at) => inOneTrace(at, nowMs, { parent: at === 0 ? undefined : at })),
      ),
  },
  {
    name: "years-1-and-9999",
    what: "10,000 spans of the years 1, 1970, 2100 and 9999, in other units, and of 400 digits",
    bytes: ({ nowMs }) =>
      requestOf(
        count(10_000, (at) => {
          const time = oddTimes[at % oddTimes.length];
          const more = {
            startTimeUnixNano: time,
            endTimeUnixNano: oddTimes[(at >> 3) % oddTimes.length],
          };
          return makeMessage(at, nowMs, "Hello", { "sla.due": "9999-12-31T00:00:00Z" }, more);
        }),
      ),
  },
  {
    name: "a-contact-a-day",
    what: "a case with a contact a day from 2000 to 2099",
    isGzip: true,
    bytes: () =>
      requestOf(
        count(36_500, (at) =>
          makeMessage(
            at,
            0,
            `Day ${at}`,
            { interaction_id: `day-${at}` },
            {
              startTimeUnixNano: `${Date.UTC(2000, 0, 1) + at * dayMs}000000`,
              endTimeUnixNano: `${Date.UTC(2000, 0, 1) + at * dayMs + 1000}000000`,
            },
          ),
        ),
      ),
  },
  {
    name: "odd-ids",
    what: "20,000 spans with ids that are empty, zero, too long or not hexadecimal",
    bytes: ({ nowMs }) =>
      requestOf(
        count(20_000, (at) => ({
          ...makeMessage(at, nowMs, "Hello"),
          ...{
            traceId: oddIds[at % oddIds.length](at),
            parentSpanId: oddIds[(at >> 2) % oddIds.length](at),
          },
        })),
      ),
  },
  {
    name: "cases-in-one-trace",
    what: "a trace of 50,000 spans, each of another case",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(
        count(50_000, (at) =>
          makeSpan({
            ...{ trace: 1, span: at + 1, atMs: nowMs - dayMs + at },
            attributes: { case_id: `HOSTILE-${at}`, channel: "chat" },
          }),
        ),
      ),
  },
  {
    name: "session-chain",
    what: "20,000 traces, of which each shares a session with the one before",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(
        count(40_000, (at) =>
          makeSpan({
            ...{ trace: at >> 1, span: at, atMs: nowMs - dayMs + at * 100 },
            attributes: {
              "session.id": `chain-${(at + 1) >> 1}`,
              "message.role": "customer",
              "message.content": `Message ${at}`,
              ...(at === 0 && { case_id: "HOSTILE-1" }),
            },
          }),
        ),
      ),
  },
  {
    name: "one-session",
    what: "one session id on 5,000 traces",
    bytes: ({ nowMs }) =>
      requestOf(
        count(5000, (at) =>
          makeMessage(at, nowMs, `Hello ${at}`, {
            case_id: `HOSTILE-${at % 3}`,
            "session.id": "web",
          }),
        ),
      ),
  },
  {
    name: "long-case-ids",
    what: "500 spans, each with another case id of 100 KB",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(
        count(500, (at) =>
          makeMessage(at, nowMs, "Hello", { case_id: `${"i".repeat(100_000)}${at}` }),
        ),
      ),
  },
  {
    name: "odd-channels",
    what: "50,000 spans with different unknown channels, regions, teams and case types",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(
        count(50_000, (at) =>
          makeMessage(at, nowMs, "Hello", {
            ...{ case_id: `HOSTILE-${at % 500}`, channel: `channel-${at}`, region: `region-${at}` },
            ...{ team: `team-${at}`, "case.type": `type-${at}`, intent: `intent-${at}` },
          }),
        ),
      ),
  },
  {
    name: "logs-300000",
    what: "a body of 300,000 log records",
    path: "/v1/logs",
    isGzip: true,
    *bytes({ nowMs }) {
      yield '{"resourceLogs":[{"scopeLogs":[{"logRecords":[';
      for (let at = 0; at < 300_000; at += 1) {
        const record = {
          ...{ timeUnixNano: `${nowMs - at}000000`, eventName: "gen_ai.user.message" },
          ...{
            traceId: traceId(at >> 3),
            spanId: spanId(at),
            body: { stringValue: `Message ${at}` },
          },
        };
        yield (at === 0 ? "" : ",") + JSON.stringify(record);
      }
      yield "]}]}]}";
    },
  },
];

const oddIds = [
  () => "",
  () => "0".repeat(32),
  (at) => at.toString(16).padStart(200, "a"),
  (at) => `not hexadecimal ${at}`,
  (at) => traceId(at),
];

const oddTimes = [
  "-62135596800000000000",
  "0",
  "4102444800000000000",
  "253402300799000000000",
  "1764500000",
  "1764500000000",
  "9".repeat(400),
  "1764500000000000000",
];
