import pino from "pino";
import { z } from "zod";
import { nowUs } from "@/lib/clock/server";
import { isDomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { RouteGroup } from "@/lib/edge/request-counts";
import { describeError } from "./describe-error";
import { errorFacts } from "./error-facts";
import { logEvents, logLevels, type LogEvent, type LogEventName } from "./events";
import { createSkipRepeats } from "./skip-repeats";

/** What is logged with an event. No ids, names, paths or texts of customers or users: there is no field for them. */
export type LogFacts = {
  readonly workspace?: WorkspaceName;
  readonly group?: RouteGroup;
  /** HTTP status; null: the connection ended before an answer. */
  readonly status?: number | null;
  /** Duration, milliseconds. */
  readonly ms?: number;
  readonly spans?: number;
  readonly cases?: number;
  /** null: not known. */
  readonly bytes?: number | null;
  /** Shown to the user on the page that failed. */
  readonly requestId?: string;
  /** What was read: a page's name or a part of one, a constant of the code. */
  readonly subject?: string;
  /** A sentence of ours that holds no personal data, or what `describeError` returned. */
  readonly why?: string;
  readonly error?: unknown;
};

/** What is written: the facts, and how often the same was skipped before. */
type Written = LogFacts & { readonly skipped?: number };

const settingsSchema = z.object({
  THROUGHLINE_LOG: z.enum(["text", "json"]).catch("text"),
  THROUGHLINE_LOG_LEVEL: z.enum(logLevels).optional().catch(undefined),
});

type Environment = Readonly<Record<string, string | undefined>>;
type Log = (name: LogEventName, facts?: LogFacts) => void;

/**
 * A log in which an event that is tried again and again is written once a minute for each workspace and reason.
 * @param environment THROUGHLINE_LOG: "text" (default) are sentences, "json" an object a line;
 * THROUGHLINE_LOG_LEVEL: the least level that is written, by default "warn" of text and "info" of JSON
 * @param write of one line with its end; absent: standard error
 * @param nowMs milliseconds since any instant
 */
export function createLog(
  environment: Environment,
  write?: (line: string) => void,
  nowMs: () => number = () => performance.now(),
): Log {
  const settings = settingsSchema.parse(environment);
  const isJson = settings.THROUGHLINE_LOG === "json";
  const level = settings.THROUGHLINE_LOG_LEVEL ?? (isJson ? "info" : "warn");
  const writeEvent = isJson ? createJsonLog(level, write) : createTextLog(level, write);
  const skipRepeats = createSkipRepeats();
  return (name, facts = {}) => {
    const { isRetried }: LogEvent = logEvents[name];
    if (isRetried !== true) {
      writeEvent(name, facts);
      return;
    }
    const skipped = skipRepeats(reasonOf(name, facts), nowMs());
    if (skipped !== null) writeEvent(name, skipped === 0 ? facts : { ...facts, skipped });
  };
}

type WriteEvent = (name: LogEventName, facts: Written) => void;

function createJsonLog(level: string, write?: (line: string) => void): WriteEvent {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "message",
      // Without pino's own: it would write an error's message and stack.
      serializers: { error: errorFacts },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date(nowUs() / 1000).toISOString()}"`,
    },
    // Straight to the file: a thread's own stderr is lost when it is terminated.
    write === undefined ? pino.destination({ dest: 2, sync: true }) : { write },
  );
  return (name, facts) => {
    const { why: _, ...rest } = facts;
    logger[logEvents[name].level]({ event: name, ...rest }, messageOf(name, facts));
  };
}

function createTextLog(least: string, write = toStderr): WriteEvent {
  const leastAt = logLevels.findIndex((level) => level === least);
  return (name, facts) => {
    if (logLevels.indexOf(logEvents[name].level) < leastAt) return;
    const { requestId, subject, group, status, ms, skipped } = facts;
    const details = [
      requestId !== undefined && `request ${requestId}`,
      subject,
      group,
      status,
      ms !== undefined && `${ms.toFixed(0)} ms`,
      skipped !== undefined && `${String(skipped)} more since it was last written`,
    ].filter((detail) => detail !== undefined && detail !== false && detail !== null);
    const more = details.length > 0 ? ` (${details.join(", ")})` : "";
    write(`${messageOf(name, facts)}${more}\n`);
  };
}

function toStderr(line: string): void {
  process.stderr.write(line);
}

function messageOf(name: LogEventName, { why, error }: LogFacts): string {
  const reason = why ?? (error === undefined ? null : describeError(error));
  const { sentence } = logEvents[name];
  return reason === null ? `${sentence}.` : `${sentence}: ${reason}`;
}

/** What tells events apart that come again and again: of a foreign error, whose message is left out, its place, too. */
function reasonOf(name: LogEventName, facts: LogFacts): string {
  const { at = [] } = isDomainError(facts.error) ? {} : errorFacts(facts.error);
  return `${facts.workspace ?? ""} ${messageOf(name, facts)} ${at[0] ?? ""}`;
}

let processLog: Log | null = null;

/** Writes one event to standard error: the only way to log in the server, its threads and long-running commands. */
export function logEvent(name: LogEventName, facts?: LogFacts): void {
  processLog ??= createLog(process.env);
  processLog(name, facts);
}
