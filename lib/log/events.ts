export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export type LogEvent = {
  readonly level: LogLevel;
  /** For people, without its full stop: a reason may follow. */
  readonly sentence: string;
  /** Whether it comes again and again until its cause is gone. */
  readonly isRetried?: true;
};

/**
 * Everything that is ever logged. Sentences are fixed, so that no id, name or text gets into the log with them; what
 * differs from time to time is in `LogFacts`.
 */
export const logEvents = {
  "worker-starting": { level: "info", sentence: "Cases are derived as they come" },
  "server-starting": { level: "info", sentence: "The server starts" },
  "server-ready": { level: "info", sentence: "The server is ready" },
  "address-not-written": {
    level: "warn",
    sentence: "The address was not written to the data folder",
  },
  "server-stopping": { level: "info", sentence: "The server stops" },
  "server-stopped": { level: "info", sentence: "The server has stopped" },
  "server-stopped-early": {
    level: "warn",
    sentence: "Stopped before everything in hand was done; what was not answered can be sent again",
  },
  "start-refused": { level: "error", sentence: "The server was not started" },
  "plain-http": { level: "warn", sentence: "The server is reached without TLS" },
  "proxy-uncounted": { level: "warn", sentence: "A proxy in front is not declared" },
  "uncaught-error": { level: "error", sentence: "An error was caught by nobody" },
  "library-output": { level: "debug", sentence: "A library printed something" },
  "library-warning": { level: "warn", sentence: "A library warned of something" },
  "library-error": { level: "error", sentence: "A library reported an error", isRetried: true },
  request: { level: "debug", sentence: "A request was answered" },
  "request-failed": { level: "error", sentence: "A request failed" },
  "page-not-read": { level: "error", sentence: "What a page shows could not be read" },
  "sign-in-failed": { level: "error", sentence: "Signing in failed" },
  "watch-failed": { level: "error", sentence: "Watching for changes failed", isRetried: true },
  "body-not-stored": { level: "error", sentence: "Traces could not be stored", isRetried: true },
  "change-not-stored": {
    level: "error",
    sentence: "A change could not be stored",
    isRetried: true,
  },
  "file-not-kept": { level: "error", sentence: "A file was not kept" },
  "file-read": { level: "info", sentence: "A file was read and its cases are derived" },
  "file-failed": { level: "warn", sentence: "A file could not be read to its end" },
  "file-not-audited": { level: "error", sentence: "What became of a file is not in the audit" },
  "file-attempt-kept": {
    level: "error",
    sentence: "An attempt to read a file could not be taken back",
  },
  "token-use-not-noted": { level: "error", sentence: "A token's last use was not noted" },
  "session-key-not-made": { level: "error", sentence: "The key of sessions could not be made" },
  "sessions-not-removed": { level: "error", sentence: "Expired sessions were not removed" },
  "originals-unsealed": {
    level: "warn",
    sentence: "Originals are to be kept and cannot be sealed: what arrives is stored without",
    isRetried: true,
  },
  "preparer-failed": { level: "error", sentence: "A thread that prepares spans failed" },
  "preview-failed": {
    level: "error",
    sentence: "The effect of a change of settings could not be worked out",
  },
  "writer-crashed": {
    level: "error",
    sentence: "The writer ended and will be started again",
    isRetried: true,
  },
  "reader-crashed": {
    level: "error",
    sentence: "The thread that reads for pages crashed and will be started again",
    isRetried: true,
  },
  "derivation-failed": {
    level: "error",
    sentence: "Derivation stopped and will be tried again",
    isRetried: true,
  },
  "derivation-resumed": { level: "info", sentence: "Derivation goes on again", isRetried: true },
  "writer-resumed": { level: "info", sentence: "The ingest worker runs again" },
  "alerts-failed": {
    level: "error",
    sentence: "Looking for alerts failed and will be tried again",
    isRetried: true,
  },
  "columns-outdated": {
    level: "info",
    sentence: "The file of columns is of another program or of other cases, which are read anew",
  },
  "columns-damaged": {
    level: "warn",
    sentence: "The file of columns cannot be read; the cases are read anew",
  },
  "columns-not-written": { level: "warn", sentence: "The file of columns was not written" },
  "command-failed": { level: "error", sentence: "The command failed" },
} as const satisfies Readonly<Record<string, LogEvent>>;

export type LogEventName = keyof typeof logEvents;
