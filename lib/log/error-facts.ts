import { isDomainError } from "@/lib/domain/domain-error";
import { describeError } from "./describe-error";
import { errorCode } from "./error-code";

/** What may be said of any error: a foreign one's message may quote what customers said, and is left out. */
type ErrorFacts = {
  readonly name: string;
  /** Such as ENOSPC, SQLITE_BUSY or 42P01. */
  readonly code?: string;
  /** Where it was thrown, innermost first: "worker.mjs:120:5". */
  readonly at?: readonly string[];
};

const framesMax = 8;
/** File, line and column at the end of a frame; functions may be named after keys of data. */
const framePattern = /^ {4}at .*?([^/\\(]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/u;

/**
 * The innermost error of a chain of causes, which says what happened, or the first with a sentence of ours, which says
 * more; the outer ones quote what was asked.
 */
export function innermostCause(error: unknown): unknown {
  return error instanceof Error && !isDomainError(error) && error.cause instanceof Error
    ? innermostCause(error.cause)
    : error;
}

/** @param error anything that was thrown */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: describeError(error) };
  const code = errorCode(error);
  const at = placesOf(framesOf(error)).slice(0, framesMax);
  return {
    name: error.name,
    ...(code !== null && { code }),
    ...(at.length > 0 && { at }),
  };
}

/**
 * As `describeError`, of an error that is not a DomainError with the innermost place in our own code, not in a
 * package's: "Error at deriver.mjs:120:5".
 */
export function describeFault(error: unknown): string {
  if (isDomainError(error) || !(error instanceof Error)) return describeError(error);
  const [place] = placesOf(framesOf(error).filter((frame) => !frame.includes("/node_modules/")));
  return describeError(error) + (place === undefined ? "" : ` at ${place}`);
}

/** Lines of a stack after the message, which may itself have lines that look like frames. */
function framesOf({ name, message, stack = "" }: Error): readonly string[] {
  const at = stack.indexOf(message);
  if (at < 0 || at > name.length + 30) return [];
  return stack.slice(at + message.length).split("\n");
}

function placesOf(frames: readonly string[]): readonly string[] {
  return frames.flatMap((frame) => framePattern.exec(frame)?.[1] ?? []);
}
