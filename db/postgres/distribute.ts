import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";
import { DomainError } from "@/lib/domain/domain-error";
import { distributions, type Distribution } from "./distribution";
import { functionsNamespace, functionsSql } from "./functions";
import { underMigrationLock } from "./migrate-postgres";

/**
 * Spreads the tables of a namespace over a Citus cluster as `distributions` describes it; those that are spread already
 * stay as they are. Unique keys without the column that a table is spread by get it, and references that Citus cannot
 * keep go; both are held by the order of writes and by what writes read before.
 * @param client connected to the coordinator as the store connects, outside a transaction
 * @returns how many tables were spread; null: the database has no Citus
 * @throws DomainError "unavailable" where a worker cannot make the functions that statements ask for
 */
export function distributeTables(client: ClientBase, namespace: string): Promise<number | null> {
  const path = `${escapeIdentifier(namespace)}, ${functionsNamespace}`;
  return underMigrationLock(client, async () => {
    await client.query(`SET LOCAL search_path TO ${path}`);
    return (await hasCitus(client)) ? distributeAll(client) : null;
  });
}

async function hasCitus(client: ClientBase): Promise<boolean> {
  const sql = `SELECT count(*)::int AS count FROM pg_proc
    WHERE proname = 'create_distributed_table' AND pg_function_is_visible(oid)`;
  const { rows } = await client.query<{ count: number }>(sql);
  return (rows[0]?.count ?? 0) > 0;
}

async function distributeAll(client: ClientBase): Promise<number> {
  const known = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_dist_partition JOIN pg_class c ON c.oid = logicalrelid WHERE relnamespace = current_schema()::regnamespace",
  );
  const spread = new Set(known.rows.map(({ name }) => name));
  const left = Object.entries(distributions).filter(
    ([name, how]) => how !== "coordinator" && !spread.has(name),
  );
  await makeFunctionsOnWorkers(client);
  if (left.length === 0) return 0;
  const kept = await dropReferences(client);
  for (const [name, how] of left) await distributeOne(client, name, how);
  for (const sql of kept) await client.query(sql);
  return left.length;
}

/**
 * Citus takes functions to the workers by itself, but no operators. Each worker answers for itself, and of several
 * statements for the first alone: so there is one.
 */
const makeFunctions = `DO $workers$ BEGIN
  PERFORM set_config('citus.enable_ddl_propagation', 'off', true);
  EXECUTE ${escapeLiteral(`CREATE SCHEMA IF NOT EXISTS ${functionsNamespace}; SET LOCAL search_path TO ${functionsNamespace}; ${functionsSql}`)};
END $workers$`;

/** @throws DomainError "unavailable" that names the first worker that could not make them */
async function makeFunctionsOnWorkers(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ worker: string; result: string }>(
    `SELECT concat(nodename, ':', nodeport) AS worker, result
      FROM run_command_on_workers($1) WHERE NOT success ORDER BY worker`,
    [makeFunctions],
  );
  const [refused] = rows;
  if (refused === undefined) return;
  throw new DomainError(
    "unavailable",
    `The Citus worker ${refused.worker} did not make the functions that Throughline needs (${refused.result}); nothing was spread. Look at that worker, and try again.`,
  );
}

type Reference = {
  readonly name: string;
  readonly from: string;
  readonly into: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
  readonly definition: string;
};

/** References of the namespace; one a row. */
export const referencesSql = `SELECT k.conname AS name, f.relname AS from, t.relname AS into,
    pg_get_constraintdef(k.oid) AS definition,
    array(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS n(num, place)
      JOIN pg_attribute ON attrelid = conrelid AND attnum = num ORDER BY place) AS columns,
    array(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS n(num, place)
      JOIN pg_attribute ON attrelid = confrelid AND attnum = num ORDER BY place) AS targets
  FROM pg_constraint k JOIN pg_class f ON f.oid = conrelid JOIN pg_class t ON t.oid = confrelid
  WHERE contype = 'f' AND k.connamespace = current_schema()::regnamespace`;

/** Drops the references of spread tables: none may lead to a table that is not spread yet. @returns makes those that stay */
async function dropReferences(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Reference>(referencesSql);
  const kept: string[] = [];
  for (const { name, from, definition, ...reference } of rows) {
    if (!isSpread(from) && !isSpread(reference.into)) continue;
    const table = `ALTER TABLE ${escapeIdentifier(from)}`;
    await client.query(`${table} DROP CONSTRAINT ${escapeIdentifier(name)}`);
    if (isKept({ from, ...reference }))
      kept.push(`${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`);
  }
  return kept;
}

function isSpread(table: string): boolean {
  return (distributions[table] ?? "coordinator") !== "coordinator";
}

/** Whether Citus can keep a reference: to a table that is on each machine, or to rows that are on the same machine. */
export function isKept({
  from,
  into,
  columns,
  targets,
}: Pick<Reference, "from" | "into" | "columns" | "targets">): boolean {
  const [one, other] = [distributions[from], distributions[into]];
  if (one === undefined || other === undefined || one === "coordinator") return false;
  if (other === "reference") return true;
  if (one === "reference" || other === "coordinator" || one.group !== other.group) return false;
  return columns.some((column, at) => column === one.by && targets[at] === other.by);
}

async function distributeOne(client: ClientBase, name: string, how: Distribution): Promise<void> {
  if (how === "coordinator") return;
  if (how === "reference") {
    await client.query("SELECT create_reference_table($1::regclass)", [name]);
    return;
  }
  await extendKeys(client, name, how.by);
  const first = Object.entries(distributions).find(
    ([, other]) => typeof other === "object" && other.group === how.group,
  )?.[0];
  // The first table of a group makes it.
  const group = first === undefined || first === name ? "none" : first;
  await client.query(
    `SELECT create_distributed_table(${escapeLiteral(name)}, ${escapeLiteral(how.by)}, colocate_with => ${escapeLiteral(group)})`,
  );
}

/** Adds the column that a table is spread by to its unique keys that lack it. */
async function extendKeys(client: ClientBase, name: string, by: string): Promise<void> {
  const sql = `SELECT conname AS key, contype AS type, array(SELECT attname::text
      FROM unnest(conkey) WITH ORDINALITY AS n(num, place)
      JOIN pg_attribute ON attrelid = conrelid AND attnum = num ORDER BY place) AS columns
    FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u')`;
  type Key = { readonly key: string; readonly type: string; readonly columns: readonly string[] };
  const { rows } = await client.query<Key>(sql, [name]);
  for (const { key, type, columns } of rows) {
    if (columns.includes(by)) continue;
    const table = `ALTER TABLE ${escapeIdentifier(name)}`;
    const list = [...columns, by].map((column) => escapeIdentifier(column)).join(", ");
    await client.query(`${table} DROP CONSTRAINT ${escapeIdentifier(key)}`);
    const kind = type === "p" ? "PRIMARY KEY" : "UNIQUE";
    await client.query(`${table} ADD CONSTRAINT ${escapeIdentifier(key)} ${kind} (${list})`);
  }
}
