/**
 * A workspace's store, whichever engine keeps it. Each function of this room is one call of `read` or `write`, so each
 * is atomic; `inOneWrite` makes one of several. The transactions of one opened database run one after the other: a
 * `read` or `write` that the work of another one awaits would wait for itself for ever, so work uses the connection it
 * is given and nothing else. It awaits statements only, no file, timer or network: the others wait for it.
 */
export type Database = {
  readonly path: string;
  /**
   * One transaction that changes nothing: everything read inside is of one moment.
   * @throws DomainError "unavailable" or "damaged" where the disk or the file does not let it be read
   */
  readonly read: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /**
   * One transaction that keeps other writers out from its start. Where its work throws, nothing of it is kept.
   * @throws DomainError "busy" where another process keeps the write lock; "unavailable" where the disk is full or gives
   * errors; "damaged" where the file is known to be damaged: what would be acknowledged could not be restored
   */
  readonly write: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /**
   * Whether the workspace has the newest schema.
   * @throws DomainError "damaged" where it has, and one of its tables is missing
   */
  readonly hasNewestSchema: () => Promise<boolean>;
  /** Null where only the threads of one process work on it, which share by themselves. */
  readonly claims: SharedClaims | null;
  /**
   * Calls a listener after each write of any process, and after a time in which it may have missed some; null: looking
   * at the sequence again and again costs less.
   * @returns stops it
   */
  readonly onWrite: ((listener: () => void) => () => void) | null;
  /**
   * Another text after each write of any process to any table; null: the engine has none that is cheap to read.
   */
  readonly readVersion: (() => Promise<string>) | null;
  /**
   * Takes the bytes of what was removed out of the storage.
   * @throws DomainError "busy" where another process reads or writes all the time
   */
  readonly rewrite: () => Promise<void>;
  /** Closes it after the transactions that were begun. */
  readonly close: () => Promise<void>;
};

/**
 * Claims by text that all processes and machines see, outside transactions. They are held until they are released, or
 * the process that holds them ends, however it does.
 */
export type SharedClaims = {
  /** Claims at most `most` of some texts, in their order. @returns those that nobody else holds */
  readonly take: (texts: readonly string[], most: number) => Promise<ReadonlySet<string>>;
  /** Gives up all that this opened database holds. */
  readonly release: () => Promise<void>;
};

/** What the work of a transaction asks its statements of. It stays the same object while the database is open. */
export type Connection = {
  /** The statement of a text of SQL, prepared once; see `statement` and `tupleStatement`. */
  readonly prepare: (sql: string, rows: RowShape) => Statement<unknown[], unknown>;
  /** Runs several statements without parameters. */
  readonly exec: (sql: string) => Promise<void>;
  readonly words: WordIndex;
  /** Overwrites the bytes of what this connection removes from now on, where the engine would leave them in the file. */
  readonly overwriteRemoved: () => Promise<void>;
  /** Inserts many rows as fast as the engine can. @param columns in the order of the rows' values */
  readonly insertRows: (
    table: string,
    columns: readonly string[],
    rows: readonly (readonly unknown[])[],
  ) => Promise<void>;
  /** Lets this transaction last, whatever it waits for: the engine may end one that asks nothing for long. */
  readonly keepWaiting: () => Promise<void>;
  /** After rows were inserted with their keys: lets those of new rows follow, and gathers what queries are planned by. */
  readonly settleCopied: () => Promise<void>;
};

/**
 * The words of each case, by its key. A text is cut into words as `searchWords` of lib/analytics/filter does it, which
 * queries go through as well.
 */
export type WordIndex = {
  readonly put: (key: number, text: string) => Promise<void>;
  /** The same for many cases that have none yet; other questions are answered after `endFill` only. */
  readonly fill: (cases: readonly (readonly [key: number, text: string])[]) => Promise<void>;
  readonly endFill: () => Promise<void>;
  readonly remove: (key: number) => Promise<void>;
  /** Keys of cases that have all of some words, at least one: as one text, separated by commas, in any order. */
  readonly listKeys: (words: readonly string[]) => Promise<string>;
  /** Keys of a range, both ends included, whose cases have a word. */
  readonly keysBetween: (word: string, range: readonly [number, number]) => Promise<number[]>;
  /** Takes words that no case has any more out of the index's storage, where the engine keeps them. */
  readonly sweep: () => Promise<void>;
  /** How many cases have a word. */
  readonly count: (word: string) => Promise<number>;
  /** The first word from a text on, in the order of code points; undefined: there is none. */
  readonly following: (from: string) => Promise<string | undefined>;
  /** Words from a text on in their order, each with how many cases have it. */
  readonly counts: (from: string, limit: number) => Promise<WordCount[]>;
};

export type WordCount = { readonly word: string; readonly count: number };

/** Rows as objects by the names of their columns, or as tuples. */
export type RowShape = "objects" | "tuples";

/** Parameters are values in the order of their marks, or one object of named ones. */
export type Statement<Parameters extends unknown[], Row> = {
  /** The first row. */
  readonly get: (...parameters: Parameters) => Promise<Row | undefined>;
  readonly all: (...parameters: Parameters) => Promise<Row[]>;
  /** Rows for `for await`, where memory should not hold all or not all are needed; nothing may be written meanwhile. */
  readonly iterate: (...parameters: Parameters) => AsyncIterable<Row> | Iterable<Row>;
  readonly run: (...parameters: Parameters) => Promise<Changed>;
  /** Runs an `INSERT` of one row into a table whose key is `id`. @returns the key; null: the row was in conflict */
  readonly insert: (...parameters: Parameters) => Promise<number | null>;
  /**
   * Runs an `INSERT` of one row, `VALUES (?, …)` without expressions, for each of many, in few round trips.
   * @param rows none twice by what `ON CONFLICT … DO UPDATE` names
   */
  readonly runAll: (rows: readonly Parameters[]) => Promise<void>;
  /** `insert` of each of many rows in their order, in one round trip. */
  readonly insertAll: (rows: readonly Parameters[]) => Promise<(number | null)[]>;
};

/** @property changes rows that were inserted, updated or deleted */
export type Changed = { readonly changes: number };

/**
 * The prepared statement of a connection for a text of SQL. The caller declares the types of parameters and rows; the
 * store's tests verify them.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  connection: Pick<Connection, "prepare">,
  sql: string,
): Statement<Parameters, Row> {
  return connection.prepare(sql, "objects") as Statement<Parameters, Row>;
}

/** The same with rows as tuples: half the cost for many rows of many columns. */
export function tupleStatement<Parameters extends unknown[], Row extends readonly unknown[]>(
  connection: Pick<Connection, "prepare">,
  sql: string,
): Statement<Parameters, Row> {
  return connection.prepare(sql, "tuples") as Statement<Parameters, Row>;
}
