import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { createLog, type LogFacts } from "./log-event";
import type { LogEventName } from "./events";

const quoted = "jane@example.com paid with 4111 1111 1111 1111";

/** What is written of one event. */
function written(
  environment: Readonly<Record<string, string>>,
  name: LogEventName,
  facts?: LogFacts,
): string {
  let text = "";
  createLog(environment, (line) => (text += line))(name, facts);
  return text;
}

describe("a log in JSON", () => {
  const json = { THROUGHLINE_LOG: "json" };

  it("has an object a line with time, level, name, sentence and figures", () => {
    const line = written(json, "file-read", { bytes: 1000, spans: 20, cases: 3, ms: 41 });
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u) as string,
      event: "file-read",
      ...{ bytes: 1000, spans: 20, cases: 3, ms: 41 },
      message: expect.stringMatching(/^A file .*\.$/u) as string,
    });
  });

  it("says of a foreign error its kind, code and place, and nothing that it quotes", () => {
    const error = Object.assign(new TypeError(`${quoted}\n    at jane.doe.mjs:1:1`), {
      code: "SQLITE_BUSY",
      detail: quoted,
    });
    const line = written(json, "body-not-stored", { error });
    expect(line).not.toMatch(/jane|4111/u);
    expect(JSON.parse(line)).toMatchObject({
      error: {
        name: "TypeError",
        code: "SQLITE_BUSY",
        at: expect.arrayContaining([
          expect.stringMatching(/^log-event\.test\.ts:\d+:\d+$/u),
        ]) as string[],
      },
      message: expect.stringMatching(/: TypeError \(SQLITE_BUSY\)$/u) as string,
    });
  });

  it("says nothing of what was thrown that is no error", () => {
    expect(written(json, "uncaught-error", { error: quoted })).not.toMatch(/jane|4111/u);
  });

  it("leaves requests out unless their level is asked for", () => {
    const facts = { group: "pages", status: 200, ms: 12 } as const;
    expect(written(json, "request", facts)).toBe("");
    const line = written({ ...json, THROUGHLINE_LOG_LEVEL: "debug" }, "request", facts);
    expect(JSON.parse(line)).toMatchObject({ level: "debug", event: "request", ...facts });
  });
});

describe("a log in sentences", () => {
  it("has a sentence with its reason", () => {
    const error = new DomainError("busy", "Try again in a moment.");
    expect(written({}, "file-not-kept", { error })).toMatch(
      /^A file .*: Try again in a moment\.\n$/u,
    );
  });

  it("is of problems alone, where nothing else is asked for", () => {
    expect(written({}, "server-ready", { ms: 5 })).toBe("");
    expect(written({ THROUGHLINE_LOG_LEVEL: "info" }, "server-ready", { ms: 5 })).toMatch(
      /ready\. \(5 ms\)\n$/u,
    );
  });
});

describe("an event that is tried again and again", () => {
  const minuteMs = 60_000;
  const why = "PostgreSQL does not answer.";

  /** The lines of the same event at some instants, milliseconds. */
  function linesAt(instants: readonly number[], facts: LogFacts = { why }): readonly string[] {
    const lines: string[] = [];
    let atMs = 0;
    const log = createLog(
      {},
      (line) => lines.push(line),
      () => atMs,
    );
    for (const instant of instants) {
      atMs = instant;
      log("derivation-failed", facts);
    }
    return lines;
  }

  it("is written once a minute, with how often it was skipped", () => {
    expect(linesAt([0, 250, 500, minuteMs, minuteMs + 250])).toEqual([
      expect.stringMatching(new RegExp(`: ${why}\\n$`, "u")),
      expect.stringMatching(new RegExp(`: ${why} \\(2 more `, "u")),
    ]);
  });

  it("is written at once where its reason or its workspace is another", () => {
    const lines: string[] = [];
    const log = createLog(
      { THROUGHLINE_LOG: "json" },
      (line) => lines.push(line),
      () => 0,
    );
    log("derivation-failed", { workspace: "main", why });
    log("derivation-failed", { workspace: "demo", why });
    log("derivation-failed", { workspace: "main", why: "The disk is full." });
    log("derivation-failed", { workspace: "main", why });
    expect(lines).toHaveLength(3);
  });

  it("is written at once where a foreign error comes from elsewhere, since its words are left out", () => {
    const ours = () => new DomainError("unavailable", why);
    const errors = [ours(), ours(), new TypeError(quoted), new TypeError(quoted)];
    const lines: string[] = [];
    const log = createLog(
      {},
      (line) => lines.push(line),
      () => 0,
    );
    for (const error of errors) log("library-error", { error });
    expect(lines).toEqual([
      expect.stringContaining(`: ${why}\n`),
      expect.stringContaining(": TypeError\n"),
      expect.stringContaining(": TypeError\n"),
    ]);
  });

  it("is not confused with one that happens once", () => {
    const lines: string[] = [];
    const log = createLog(
      {},
      (line) => lines.push(line),
      () => 0,
    );
    for (let time = 0; time < 2; time += 1) log("file-not-kept", { why });
    expect(lines).toHaveLength(2);
  });
});
