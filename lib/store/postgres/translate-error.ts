import { DatabaseError } from "pg";
import { DomainError, type PageFault } from "@/lib/domain/domain-error";
import { busyError } from "../busy";

/** An error of the server or of the way to it, as the store says it. */
export type Failure = { readonly error: Error; readonly isConnectionLost: boolean };

/** SQLSTATE: lock not available, serialization failure, deadlock. */
const busyStates = new Set(["55P03", "40001", "40P01"]);
/**
 * Classes of SQLSTATE that speak of a statement or of what it was given. All others are the server's: its state, its
 * disk, its administrator. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ownClasses = /^(?:0A|2[0-4]|25(?!006|P0[34])|2[67]|2B|2D|2F|34|38|39|3B|42|44|54|P0|XX000)/u;
/** Connection exceptions, operator intervention, and transactions that were silent or took too long. */
const lostStates = /^(?:08|57P|25P0[34])/u;

/** Errors of sockets, and node-postgres's, which have no code. */
const lostCodes =
  /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOST\w+|NET\w+|ADDRNOTAVAIL|AI_AGAIN|NOENT|ACCES))$/u;
const lostMessages =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/u;

const poolerSentence =
  "What is between here and PostgreSQL, such as PgBouncer, does not take these connections: name the server itself in the URL.";

/** "database-refused": it stays so until somebody changes the setting or what the server allows. */
type DatabaseFault = Extract<PageFault, `database-${string}`>;

/** What is wrong with the setting or the server's state, by the beginning of SQLSTATE and message, and what to do. */
const states: readonly (readonly [beginning: string, sentence: string, fault: DatabaseFault])[] = [
  [
    "28",
    "PostgreSQL does not let this user in: look at the user and the password in its URL, and at the server's pg_hba.conf.",
    "database-refused",
  ],
  [
    "3D000",
    "The database that the PostgreSQL URL names does not exist: create it, with the encoding UTF8.",
    "database-refused",
  ],
  [
    "42501",
    "The PostgreSQL user lacks a right: it has to own the schemas of Throughline, or be allowed to create them (GRANT CREATE ON DATABASE).",
    "database-refused",
  ],
  [
    "25006",
    "PostgreSQL takes no writes: it is a standby, or was made read-only (default_transaction_read_only), as when its disk is full. Nothing was changed; name the server that takes writes, or wait until this one does.",
    "database-unavailable",
  ],
  [
    "53300",
    "PostgreSQL has no connection left: a server of Throughline takes some 20 and a command 10 (max_connections, or the user's own limit). Nothing was changed; try again in a moment.",
    "database-unavailable",
  ],
  [
    "57014",
    "PostgreSQL ended a statement before it was done: look at the statement_timeout of the server, the user and the URL. Nothing was changed; try again in a moment.",
    "database-unavailable",
  ],
  ["08P01 unsupported startup parameter", poolerSentence, "database-refused"],
  // A pooler says this, too, while the server behind it is away.
  ["08P01", poolerSentence, "database-unavailable"],
];

/** What is wrong with a server that answers, by the beginning of SQLSTATE, and passes once somebody looks after it. */
const troubles: readonly (readonly [beginning: string, sentence: string])[] = [
  [
    "53100",
    "The disk of the PostgreSQL server is full: make room on it. Nothing was changed; try again in a moment.",
  ],
  [
    "53",
    "The PostgreSQL server is short of memory or of another resource: its log says which. Nothing was changed; try again in a moment.",
  ],
  [
    "57P",
    "The PostgreSQL server is starting or stopping, or has ended this connection. Nothing was changed; try again in a moment.",
  ],
  [
    "25P0",
    "The PostgreSQL server ended a transaction that waited or ran too long. Nothing was changed; try again in a moment.",
  ],
  [
    "",
    "The PostgreSQL server failed at what it was asked: its log says why. Nothing was changed; try again in a moment.",
  ],
];

/** The same of what fails before the server answers. */
const ways: readonly (readonly [pattern: RegExp, sentence: string, fault: DatabaseFault])[] = [
  [
    /^ENOTFOUND$/u,
    "The host in the PostgreSQL URL is not known here: look at its name, and at the network.",
    "database-unavailable",
  ],
  [
    /^SASL:/u,
    "PostgreSQL asks for a password: give it in the URL, or in PGPASSWORD, and look whether it is the server's.",
    "database-refused",
  ],
  [
    /^(?:EPROTO|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_(?:SSL|TLS|OSSL)_|The server does not support SSL)/u,
    "The connection to PostgreSQL is not encrypted as its URL asks (sslmode): the server has no TLS, or its certificate is not trusted here; sslrootcert names the file of its authority.",
    "database-refused",
  ],
  [
    /^open$/u,
    "A file that the PostgreSQL URL names (sslrootcert, sslcert, sslkey) cannot be read: look at its path and its rights.",
    "database-refused",
  ],
];

/**
 * Says what a writer or reader can do about it; an error of a statement, or of anything else, stays what it is.
 * @param isConnecting whether it was thrown before there was a connection
 */
export function translateError(error: unknown, isConnecting = false): Failure {
  const failure = error instanceof Error ? error : new Error(String(error));
  return failure instanceof DatabaseError
    ? ofServer(failure, isConnecting)
    : ofWay(failure, isConnecting);
}

function ofServer(failure: DatabaseError, isConnecting: boolean): Failure {
  const { code: state = "" } = failure;
  if (busyStates.has(state)) return { error: busyError(), isConnectionLost: false };
  const isConnectionLost = lostStates.test(state);
  const said = `${state} ${failure.message}`;
  const known = states.find(([beginning]) => said.startsWith(beginning));
  // So that the next statement finds out whether it was mended.
  if (known !== undefined) return { error: toDomainError(known), isConnectionLost: true };
  // Before there is a connection there is no statement: a full disk is an internal error then.
  if (ownClasses.test(state) && !isConnecting) return { error: failure, isConnectionLost };
  const [, sentence] = troubles.find(([beginning]) => state.startsWith(beginning)) ?? [];
  return { error: unavailable(sentence ?? unansweredSentence, failure), isConnectionLost };
}

function ofWay(failure: Error, isConnecting: boolean): Failure {
  const code = "code" in failure ? String(failure.code) : "";
  const syscall = "syscall" in failure ? String(failure.syscall) : "";
  const said = isConnecting ? [code, syscall, failure.message] : [];
  const known = ways.find(([pattern]) => said.some((each) => pattern.test(each)));
  if (known !== undefined) return { error: toDomainError(known), isConnectionLost: true };
  // An error of a file has its path.
  const isSocket = lostCodes.test(code) && !("path" in failure);
  if (isSocket || lostMessages.test(failure.message)) {
    return { error: unavailable(unansweredSentence, failure), isConnectionLost: true };
  }
  return { error: failure, isConnectionLost: false };
}

function toDomainError([, sentence, fault]: readonly [
  unknown,
  string,
  DatabaseFault,
]): DomainError {
  return new DomainError("unavailable", sentence, { fault });
}

const unansweredSentence =
  "The PostgreSQL server does not answer. Nothing was changed; try again in a moment.";

function unavailable(sentence: string, cause: Error): DomainError {
  return new DomainError("unavailable", sentence, { cause, fault: "database-unavailable" });
}

/** Of a connection that does not have the settings that it was made with. */
export function poolerError(): DomainError {
  return new DomainError("unavailable", poolerSentence, { fault: "database-refused" });
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
