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

/** The innermost error of a chain of causes, which says what happened; the outer ones quote what was asked. */
export function innermostCause(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error
    ? innermostCause(error.cause)
    : error;
}

/** @param error anything that was thrown */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: describeError(error) };
  const code = errorCode(error);
  const at = framesOf(error);
  return {
    name: error.name,
    ...(code !== null && { code }),
    ...(at.length > 0 && { at }),
  };
}

/** As `describeError`, of an error that is not ours with the place in the code: "Error at deriver.mjs:120:5". */
export function describeFault(error: unknown): string {
  const [place] = isDomainError(error) ? [] : (errorFacts(error).at ?? []);
  return describeError(error) + (place === undefined ? "" : ` at ${place}`);
}

/** Frames alone: a stack begins with the message, which may have lines that look like frames. */
function framesOf({ name, message, stack = "" }: Error): readonly string[] {
  const at = stack.indexOf(message);
  if (at < 0 || at > name.length + 30) return [];
  return stack
    .slice(at + message.length)
    .split("\n")
    .flatMap((line) => framePattern.exec(line)?.[1] ?? [])
    .slice(0, framesMax);
}
