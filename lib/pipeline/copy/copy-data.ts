import { DomainError } from "@/lib/domain/domain-error";
import type { DatabaseName } from "@/lib/domain/workspace";
import { beginNotes } from "@/lib/store/copy/copy-notes";
import { copyRows, countRows, countToCopy, createShare } from "@/lib/store/copy/copy-rows";
import { digestOfTables, digestTables, type TableDigest } from "@/lib/store/copy/row-digest";
import { copiedTables } from "@/lib/store/copy/tables";
import type { Connection, Database } from "@/lib/store/port";
import { copyTargetOf, type CopyTarget } from "./copy-target";
import { schemaOf, withDatabase, withHeld, type Held } from "./open-databases";
import { listDatabases, locationOf, shownPlace, type Place } from "./place";

/** Called with what is done of a database, e.g. "main, copying", and the share of it, 0 to 1. */
export type OnShare = (label: string, share: number) => void;

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
  { onShare, onAnew }: { readonly onShare: OnShare; readonly onAnew: () => void },
): Promise<Copied> {
  const names = await listDatabases(from);
  const target = copyTargetOf(to, names);
  await target.begin();
  return withHeld(
    names.map((name) => [name, locationOf(from, name)]),
    async (held) => {
      const digests = await digestSource(held, onShare);
      const origin = shownPlace(from);
      if (!(await isSame({ target, held, digests, origin }))) {
        onAnew();
        await target.discard();
        await target.begin();
        await isSame({ target, held, digests, origin });
      }
      for (const [name, source] of held)
        await copyDatabase({ name, source, target, digest: digests.get(name) ?? [], onShare });
      await target.publish();
      return { from: origin, to: shownPlace(to), databases: namesAndDigests(digests) };
    },
  );
}

type Digests = ReadonlyMap<DatabaseName, readonly TableDigest[]>;

async function digestSource(held: Held, onShare: OnShare): Promise<Digests> {
  const digests = new Map<DatabaseName, readonly TableDigest[]>();
  for (const [name, source] of held)
    digests.set(name, await digestOf(name, source, "reading", onShare));
  return digests;
}

/** The digests of a database's tables. @param step what it is done for */
async function digestOf(
  name: DatabaseName,
  connection: Connection,
  step: string,
  onShare: OnShare,
): Promise<readonly TableDigest[]> {
  const schema = schemaOf(name);
  const count = createShare(await countRows(connection, schema), (share) =>
    onShare(`${name}, ${step}`, share),
  );
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
 * @returns false where rows of an earlier copy are there that the source has no more
 * @throws DomainError "invalid-input" where those of another source are there
 */
async function isSame({ target, held, digests, origin }: Origin): Promise<boolean> {
  for (const name of held.keys()) {
    const digest = digestOfTables(digests.get(name) ?? []);
    const noted = await withDatabase(target.draftOf(name), name, (db) =>
      beginNotes(db, schemaOf(name), `${digest} ${origin}`),
    );
    const space = noted.indexOf(" ");
    const notedOrigin = noted.slice(space + 1);
    if (notedOrigin !== origin) {
      throw new DomainError(
        "invalid-input",
        `The target holds an interrupted copy of ${notedOrigin}. Go on with that one, or give it up as the commands say that find it there.`,
      );
    }
    if (noted.slice(0, space) !== digest) return false;
  }
  return true;
}

type DatabaseCopying = {
  readonly name: DatabaseName;
  readonly source: Connection;
  readonly target: CopyTarget;
  /** Of the source. */
  readonly digest: readonly TableDigest[];
  readonly onShare: OnShare;
};

function copyDatabase({ name, source, target, digest, onShare }: DatabaseCopying): Promise<void> {
  const schema = schemaOf(name);
  return withDatabase(target.draftOf(name), name, async (db) => {
    const total = await countToCopy(source, schema);
    const onDone = createShare(total, (share) => onShare(`${name}, copying`, share));
    await copyRows({ source, target: db, schema, onDone });
    await requireEqual({ name, db, digest, onShare });
  });
}

/** @throws DomainError "damaged" where a table of the copy is not what the source's is */
async function requireEqual({
  name,
  db,
  digest,
  onShare,
}: Pick<DatabaseCopying, "name" | "digest" | "onShare"> & {
  readonly db: Database;
}): Promise<void> {
  const copied = await db.read((connection) => digestOf(name, connection, "verifying", onShare));
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
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    digest: digestOfTables(tables),
  }));
}
