import { DomainError } from "@/lib/domain/domain-error";
import { busyError } from "../busy";

/** An error of the server or of the way to it, as the store says it. */
export type Failure = { readonly error: Error; readonly isConnectionLost: boolean };

/** SQLSTATE: lock not available, serialization failure, deadlock. */
const busyCodes = new Set(["55P03", "40001", "40P01"]);
/** Classes of SQLSTATE: connection exceptions, insufficient resources, operator intervention; system errors. */
const unavailableClasses = /^(?:080|53|57P|58)/u;
/** Errors of sockets. */
const lostCodes = /^(?:E[A-Z]+)$/u;

/** Errors of node-postgres that have no code. */
const lostMessages =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/u;

/** What is wrong with the setting or the server's state, by the beginning of SQLSTATE, and what to do. */
const setUps: readonly (readonly [code: string, sentence: string])[] = [
  [
    "28",
    "PostgreSQL does not let this user in: look at the user and the password in its URL, and at the server's pg_hba.conf.",
  ],
  [
    "3D000",
    "The database that the PostgreSQL URL names does not exist: create it, with the encoding UTF8.",
  ],
  [
    "42501",
    "The PostgreSQL user lacks a right: it has to own the schemas of Throughline, or be allowed to create them (GRANT CREATE ON DATABASE).",
  ],
];

/** Says what a writer or reader can do about it; an error of anything else stays what it is. */
export function translateError(error: unknown): Failure {
  const failure = error instanceof Error ? error : new Error(String(error));
  const code = "code" in failure ? String(failure.code) : "";
  const setUp = setUps.find(([beginning]) => code.startsWith(beginning));
  if (setUp !== undefined) {
    const [, sentence] = setUp;
    const error = new DomainError("unavailable", sentence, { fault: "database-unavailable" });
    return { error, isConnectionLost: true };
  }
  if (busyCodes.has(code)) return { error: busyError(), isConnectionLost: false };
  const isConnectionLost =
    /^(?:080|57P)/u.test(code) || lostCodes.test(code) || lostMessages.test(failure.message);
  if (isConnectionLost || unavailableClasses.test(code)) {
    return { error: unavailableError(failure), isConnectionLost };
  }
  return { error: failure, isConnectionLost: false };
}

function unavailableError(cause: Error): DomainError {
  return new DomainError(
    "unavailable",
    "The PostgreSQL server does not answer, or has no room left; nothing was changed, try again in a moment.",
    { cause, fault: "database-unavailable" },
  );
}

/** Of a reader: whether something that it asks for is not there. */
export function lacksTables(error: unknown): boolean {
  return error instanceof Error && "code" in error && lackingCodes.has(String(error.code));
}

/** SQLSTATE: undefined table, column, function. */
const lackingCodes = new Set(["42P01", "42703", "42883"]);

/** What a reader is told before a workspace has its tables, or those of this version. */
export function tablesUnready(): DomainError {
  return new DomainError(
    "unavailable",
    "The tables of this workspace are being made or brought up to date; try again in a moment. If nothing does that here, run: throughline migrate",
    { fault: "tables-unready" },
  );
}

/** Of an error of a commit: where the connection was lost, nobody knows whether it was made. */
export function unknownOutcome(error: unknown): unknown {
  if (!translateError(error).isConnectionLost) return error;
  const sentence =
    "The connection to PostgreSQL was lost while this was being stored, so it is not known whether it is: look, or send the same again.";
  return new DomainError("unavailable", sentence, { cause: error, fault: "database-unavailable" });
}
