import { innermostCause } from "./error-facts";
import type { LogEventName } from "./events";
import { logEvent } from "./log-event";

const events = {
  debug: "library-output",
  log: "library-output",
  info: "library-output",
  warn: "library-warning",
  error: "library-error",
} as const satisfies Readonly<Record<string, LogEventName>>;

/** From here on what libraries print is logged by kind and place alone: their messages may quote customers. */
export function captureOutput(): void {
  for (const [method, event] of Object.entries(events)) {
    const print = (...words: readonly unknown[]) => {
      const error = words.find((word) => word instanceof Error);
      logEvent(event, { error: innermostCause(error ?? callerOf(print)) });
    };
    console[method as keyof typeof events] = print;
  }
  process.removeAllListeners("warning");
  process.on("warning", (error) => {
    logEvent("library-warning", { error });
  });
}

/**
 * From here on what nobody catches is logged by kind and place alone. Call it after Next has started, whose own
 * listeners print the message; like them it lets the process go on.
 */
export function captureErrors(): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => {
      logEvent("uncaught-error", { error: innermostCause(error) });
    });
  }
}

/** Of text without an error one can still find out where it was printed. */
function callerOf(print: (...words: readonly unknown[]) => void): Error {
  const place = new Error("", {});
  place.name = "Output";
  Error.captureStackTrace(place, print);
  return place;
}
