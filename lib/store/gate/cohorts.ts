import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { CohortOrigin, CohortVersion, StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { statement, type Connection, type Database } from "../port";
import { insertRow } from "../insert-row";
import { fromJson, type Json } from "../json";

type VersionRow = Omit<CohortVersion, "origin"> & { readonly origin: Json<CohortOrigin> };

const versionsSql = `SELECT id, name, version, sha256, created_by AS createdBy, created_us AS createdUs, origin,
    erased, (SELECT count(*) FROM cohort_items WHERE cohort = cohorts.id) AS size FROM cohorts`;

/**
 * Stores a new version of a cohort; the latest one stays if it has the same contents.
 * @param nowUs microseconds since 1970
 * @returns the version that has these contents
 */
export async function writeCohort(
  connection: Connection,
  cohort: Pick<StoredCohort, "name" | "sha256" | "createdBy" | "origin" | "items">,
  nowUs: number,
): Promise<CohortVersion> {
  const latest = await latestVersion(connection, cohort.name);
  if (latest?.sha256 === cohort.sha256) return latest;
  const { name, sha256, createdBy } = cohort;
  const version = (latest?.version ?? 0) + 1;
  const values = { name, version, sha256, createdBy, createdUs: nowUs };
  const insert = `INSERT INTO cohorts (name, version, sha256, created_by, created_us, origin)
    VALUES (@name, @version, @sha256, @createdBy, @createdUs, @origin)`;
  const row = { ...values, origin: JSON.stringify(cohort.origin) };
  const id = await insertRow(connection, insert, row);
  const sql = "INSERT INTO cohort_items (cohort, item, case_id, body) VALUES (?, ?, ?, ?)";
  const insertItem = statement<[number, string, string | null, string]>(connection, sql);
  for (const item of cohort.items)
    await insertItem.run(id, item.id, sourceCase(item), JSON.stringify(item));
  return { ...values, id, origin: cohort.origin, erased: 0, size: cohort.items.length };
}

/** The case of production that an item was made of. */
function sourceCase({ source }: CohortItem): string | null {
  return source === undefined || source === "import" ? null : source;
}

async function latestVersion(connection: Connection, name: string): Promise<CohortVersion | null> {
  const sql = `${versionsSql} WHERE name = ? ORDER BY version DESC LIMIT 1`;
  const row = await statement<[string], VersionRow>(connection, sql).get(name);
  return row === undefined ? null : versionOf(row);
}

function versionOf({ origin, ...row }: VersionRow): CohortVersion {
  return { ...row, origin: fromJson(origin) };
}

/** Every version of every cohort, the latest first. */
export function readCohortVersions(db: Database): Promise<readonly CohortVersion[]> {
  const sql = `${versionsSql} ORDER BY created_us DESC, id DESC`;
  return db.read(async (connection) =>
    (await statement<[], VersionRow>(connection, sql).all()).map(versionOf),
  );
}

/** How many items of each version go over two known channels or more, by the version's id. */
export function readCrossChannelCounts(db: Database): Promise<ReadonlyMap<number, number>> {
  const sql = `SELECT cohort AS id, count(*) AS count FROM cohort_items
    WHERE (SELECT count(DISTINCT value) FROM json_each(body, '$.channels') WHERE value <> 'unknown') > 1
    GROUP BY cohort`;
  type Row = { readonly id: number; readonly count: number };
  return db.read(
    async (connection) =>
      new Map(
        (await statement<[], Row>(connection, sql).all()).map(({ id, count }) => [id, count]),
      ),
  );
}

/**
 * Finds a version of a cohort with its items.
 * @param named its hash, or its name, of which the latest version is taken unless one is given
 * @returns null: there is none
 */
export function readCohort(
  db: Database,
  named: string,
  version: number | null = null,
): Promise<StoredCohort | null> {
  const sql = `${versionsSql} WHERE (name = @named AND version = coalesce(@version, version))
    OR sha256 = @named ORDER BY version DESC LIMIT 1`;
  return db.read(async (connection) => {
    const of = { named, version };
    const row = await statement<[typeof of], VersionRow>(connection, sql).get(of);
    return row === undefined
      ? null
      : { ...versionOf(row), items: await itemsOf(connection, row.id) };
  });
}

async function itemsOf(connection: Connection, id: number): Promise<readonly CohortItem[]> {
  const sql = "SELECT body FROM cohort_items WHERE cohort = ? ORDER BY item";
  return (await statement<[number], { body: Json<CohortItem> }>(connection, sql).all(id)).map(
    ({ body }) => fromJson(body),
  );
}

/** Removes the items that were made of erased cases, from every version. @returns how many */
export async function eraseCohortItems(
  connection: Connection,
  caseIds: readonly string[],
): Promise<number> {
  const ids = JSON.stringify(caseIds);
  const chosen = "case_id IN (SELECT value FROM json_each(?))";
  const count = `UPDATE cohorts SET erased = erased
      + (SELECT count(*) FROM cohort_items WHERE cohort = cohorts.id AND ${chosen})
    WHERE id IN (SELECT cohort FROM cohort_items WHERE ${chosen})`;
  await statement<[string, string]>(connection, count).run(ids, ids);
  const sql = `DELETE FROM cohort_items WHERE ${chosen}`;
  return (await statement<[string]>(connection, sql).run(ids)).changes;
}
