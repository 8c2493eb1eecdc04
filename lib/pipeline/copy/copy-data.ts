import { DomainError } from "@/lib/domain/domain-error";
import type { DatabaseName } from "@/lib/domain/workspace";
import { beginNotes, countNoted } from "@/lib/store/copy/copy-notes";
import { copyRows, countRows, createSum } from "@/lib/store/copy/copy-rows";
import { digestOfTables, digestTables, type TableDigest } from "@/lib/store/copy/row-digest";
import { copiedTables } from "@/lib/store/copy/tables";
import type { Connection, Database } from "@/lib/store/port";
import { copyTargetOf, type CopyTarget } from "./copy-target";
import { schemaOf, withDatabase, withHeld, type Held } from "./open-databases";
import { listDatabases, locationOf, shownPlace, type Place } from "./place";

/** How far a copy is, e.g. 200 of 1,000 rows of "main, copying". */
export type CopyStep = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly noun: "row" | "case";
};

export type CopyReports = {
  readonly onStep: (step: CopyStep) => void;
  /** The copy that was interrupted is gone on with: so many of the source's rows are there. */
  readonly onResumed: (done: number, total: number) => void;
  /** It is not, since the source changed. */
  readonly onAnew: () => void;
};

/** What was copied, and that the target has the same. */
export type Copied = {
  readonly from: string;
  readonly to: string;
  readonly databases: readonly {
    readonly name: DatabaseName;
    readonly rows: number;
    /** Of the target's rows, equal to that of the source's. */
    readonly digest: string;
  }[];
};

/**
 * Copies all databases of a place to another, on either engine. The source takes nothing in meanwhile. An interrupted
 * copy of the same rows goes on; where the source changed since, it begins anew.
 * @throws DomainError where the target holds something else, the source is empty or written to, or the rows differ in
 * the end; the target is not opened by anybody then
 */
export async function copyData(
  { from, to }: { readonly from: Place; readonly to: Place },
  { onStep, onResumed, onAnew }: CopyReports,
): Promise<Copied> {
  const names = await listDatabases(from);
  const target = copyTargetOf(to, names);
  await target.begin();
  return withHeld(
    names.map((name) => [name, locationOf(from, name)]),
    async (held) => {
      // Another copy may have ended while this one waited for the source.
      await target.begin();
      const digests = await digestSource(held, onStep);
      const origin = shownPlace(from);
      const databases = namesAndDigests(digests);
      const there = await findCopied({ target, held, digests, origin });
      if (there === null) {
        onAnew();
        await target.discard();
        await target.begin();
        await findCopied({ target, held, digests, origin });
      } else if (there > 0) onResumed(there, sumOf(databases));
      for (const [name, source] of held)
        await copyDatabase({ name, source, target, digest: digests.get(name) ?? [], onStep });
      await target.publish();
      return { from: origin, to: shownPlace(to), databases };
    },
  );
}

type Digests = ReadonlyMap<DatabaseName, readonly TableDigest[]>;

async function digestSource(held: Held, onStep: CopyReports["onStep"]): Promise<Digests> {
  const digests = new Map<DatabaseName, readonly TableDigest[]>();
  for (const [name, source] of held)
    digests.set(name, await digestOf(name, source, "reading", onStep));
  return digests;
}

/** The digests of a database's tables. @param step what it is done for */
async function digestOf(
  name: DatabaseName,
  connection: Connection,
  step: string,
  onStep: CopyReports["onStep"],
): Promise<readonly TableDigest[]> {
  const schema = schemaOf(name);
  const [label, total] = [`${name}, ${step}`, await countRows(connection, schema)];
  const count = createSum((done) => onStep({ label, done, total, noun: "row" }));
  return digestTables(connection, copiedTables[schema], () => count(1));
}

type Origin = {
  readonly target: CopyTarget;
  readonly held: Held;
  readonly digests: Digests;
  readonly origin: string;
};

/**
 * Notes where the rows come from in each draft.
 * @returns how many rows of an earlier copy are there; null where the source has them no more
 * @throws DomainError "invalid-input" where those of another source are there
 */
async function findCopied({ target, held, digests, origin }: Origin): Promise<number | null> {
  let there = 0;
  for (const name of held.keys()) {
    const digest = digestOfTables(digests.get(name) ?? []);
    const [schema, draft] = [schemaOf(name), target.draftOf(name)];
    const [noted, rows] = await withDatabase(draft, name, async (db) => [
      await beginNotes(db, schema, `${digest} ${origin}`),
      await countNoted(db, schema),
    ]);
    there += rows;
    const space = noted.indexOf(" ");
    const notedOrigin = noted.slice(space + 1);
    if (notedOrigin !== origin) {
      throw new DomainError(
        "invalid-input",
        `The target holds an interrupted copy of ${notedOrigin}. Go on with that one, or give it up as the commands say that find it there.`,
      );
    }
    if (noted.slice(0, space) !== digest) return null;
  }
  return there;
}

type DatabaseCopying = {
  readonly name: DatabaseName;
  readonly source: Connection;
  readonly target: CopyTarget;
  /** Of the source. */
  readonly digest: readonly TableDigest[];
  readonly onStep: CopyReports["onStep"];
};

function copyDatabase({ name, source, target, digest, onStep }: DatabaseCopying): Promise<void> {
  const schema = schemaOf(name);
  const cases = digest.filter((table) => table.name === "cases");
  const copying = { label: `${name}, copying`, total: sumOf(digest), noun: "row" } as const;
  const indexing = { label: `${name}, indexing`, total: sumOf(cases), noun: "case" } as const;
  const count = {
    rows: createSum((done) => onStep({ ...copying, done })),
    cases: createSum((done) => onStep({ ...indexing, done })),
  };
  return withDatabase(target.draftOf(name), name, async (db) => {
    const onDone = (done: number, what: keyof typeof count) => count[what](done);
    await copyRows({ source, target: db, schema, onDone });
    await requireEqual({ name, db, digest, onStep });
  });
}

/** @throws DomainError "damaged" where a table of the copy is not what the source's is */
async function requireEqual({
  name,
  db,
  digest,
  onStep,
}: Pick<DatabaseCopying, "name" | "digest" | "onStep"> & {
  readonly db: Database;
}): Promise<void> {
  const copied = await db.read((connection) => digestOf(name, connection, "verifying", onStep));
  const differing = digest.filter((table, at) => table.digest !== copied[at]?.digest);
  if (differing.length === 0) return;
  const tables = differing.map((table) => table.name).join(", ");
  throw new DomainError(
    "damaged",
    `The copy of ${name} is not what its source is, in ${tables}: source ${digestOfTables(digest)}, copy ${digestOfTables(copied)}. Nobody opens the copy; give it up as the commands say that find it there, and copy again.`,
  );
}

function namesAndDigests(digests: Digests): Copied["databases"] {
  return [...digests].map(([name, tables]) => ({
    name,
    rows: sumOf(tables),
    digest: digestOfTables(tables),
  }));
}

/** The rows of tables or databases. */
function sumOf(counted: readonly { readonly rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}
