import { bodyStart, count, makeMessage, repeated } from "../otlp.mjs";

/**
 * Senders that keep connections busy. `pace`: a piece every `everyMs`, for `seconds`; then the body ends, or with
 * `isCut` the connection.
 */
export const connections = [
  {
    name: "slow-90",
    what: "90 bodies at once of a byte a second each, for 30 s",
    requests: 90,
    parallel: 90,
    pace: { everyMs: 1000, seconds: 30 },
    bytes: () => count(60, () => " "),
  },
  {
    name: "slow-large-90",
    what: "90 bodies at once that announce 60 MB and send 100 KB a second, for 30 s",
    requests: 90,
    parallel: 90,
    headers: { "content-length": "60000000" },
    pace: { everyMs: 500, seconds: 30, isCut: true },
    bytes: () => count(120, () => " ".repeat(50_000)),
  },
  {
    name: "idle-90",
    what: "90 open connections that send nothing, for 30 s",
    silent: { connections: 90, seconds: 30 },
    *bytes() {},
  },
  {
    name: "endless",
    what: "a body without an end: spans in chunks, for 20 s",
    pace: { everyMs: 20, seconds: 20, isCut: true },
    *bytes({ nowMs }) {
      yield bodyStart;
      for (const span of count(100_000, (at) => makeMessage(at, nowMs, "Hello")))
        yield `${JSON.stringify(span)},`;
    },
  },
  {
    name: "cut-1000",
    what: "1,000 bodies that announce 60 MB and are cut after 10 KB, 50 at a time",
    requests: 1000,
    parallel: 50,
    headers: { "content-length": "60000000" },
    pace: { everyMs: 50, seconds: 0.1, isCut: true },
    bytes: () => count(4, () => " ".repeat(5000)),
  },
  {
    name: "wrong-token-10000",
    what: "10,000 bodies of 50 KB with a token that nobody has, 50 at a time",
    requests: 10_000,
    parallel: 50,
    headers: { authorization: "Bearer nobody" },
    bytes: () => repeated(" ", 50_000),
  },
];
