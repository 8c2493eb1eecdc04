import type { Client } from "pg";
import { distributions, type Distribution } from "@/db/postgres/distribution";

/**
 * What a statement asks of a cluster. `one`: rows of one value of the column that its tables are spread by, or none of
 * spread tables. `all`: the same of each machine, without rows of one meeting those of another. `across`: rows meet that
 * are on different machines.
 */
type Shape = "one" | "all" | "across";

/** @property tables the spread ones */
type PlanShape = { readonly shape: Shape; readonly tables: readonly string[] };

type Plan = Readonly<Record<string, unknown>> & { readonly Plans?: readonly Plan[] };
type Spread = Exclude<Distribution, string>;

const conditions = [
  ...["Index Cond", "Recheck Cond", "Filter", "Hash Cond", "Merge Cond", "Join Filter"],
  ...["Cache Key", "TID Cond"],
];
const equality = /\(?([\w.()":$]+(?: ANY)?)\s*=\s*([^)]+(?:\)::\w+)?)/gu;

/** Reads from PostgreSQL's plan how a statement's conditions tie its tables. @param client on the namespace */
export async function readPlanShape(client: Client, sql: string): Promise<PlanShape> {
  await client.query("SET plan_cache_mode TO force_generic_plan");
  await client.query(`PREPARE shape AS ${sql}`);
  try {
    const found = await client.query<{ count: number }>(
      "SELECT coalesce(array_length(parameter_types, 1), 0) AS count FROM pg_prepared_statements WHERE name = 'shape'",
    );
    const given = Array<string>(found.rows[0]?.count ?? 0)
      .fill("NULL")
      .join(", ");
    const call = given === "" ? "shape" : `shape(${given})`;
    const { rows } = await client.query<{ "QUERY PLAN": readonly { readonly Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON, VERBOSE) EXECUTE ${call}`,
    );
    return shapeOf(nodesOf(rows[0]?.["QUERY PLAN"][0]?.Plan ?? {}));
  } finally {
    await client.query("DEALLOCATE shape");
  }
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function shapeOf(nodes: readonly Plan[]): PlanShape {
  const spread = new Map<string, { readonly table: string; readonly how: Spread }>();
  for (const { "Relation Name": table, Alias: alias, "Node Type": type } of nodes) {
    const how = typeof table === "string" ? distributions[table] : undefined;
    // The values of an insert are sent to where they belong.
    if (typeof how !== "object" || typeof alias !== "string") continue;
    if (type === "ModifyTable" && !nodes.some((node) => isScanOf(node, alias))) continue;
    spread.set(alias, { table: String(table), how });
  }
  const tied = new Map([...spread.keys()].map((alias) => [alias, alias]));
  /** By group and value: a table of which only rows of that value are asked. */
  const fixed = new Map<string, string>();
  const rootOf = (alias: string): string => {
    const next = tied.get(alias) ?? alias;
    return next === alias ? alias : rootOf(next);
  };
  const keyed = (side: string) => {
    const [, alias = "", column = ""] = /^"?(\w+)"?\."?(\w+)"?$/u.exec(side.trim()) ?? [];
    return spread.get(alias)?.how.by === column ? alias : null;
  };
  // A column of anything, also of a list that is given, has many values.
  const isOneValue = (side: string) => !/\w"?\."?\w/u.test(side);
  const fix = (alias: string, value: string) => {
    const key = `${spread.get(alias)?.how.group ?? ""} ${value.trim()}`;
    const same = fixed.get(key);
    if (same === undefined) fixed.set(key, alias);
    else tied.set(rootOf(alias), rootOf(same));
  };
  for (const text of nodes.flatMap((node) => conditions.map((name) => node[name]))) {
    if (typeof text !== "string") continue;
    for (const [, left = "", right = ""] of text.matchAll(equality)) {
      const [one, other] = [keyed(left.replaceAll("(", "")), keyed(right)];
      if (one !== null && other !== null) {
        if (spread.get(one)?.how.group === spread.get(other)?.how.group)
          tied.set(rootOf(one), rootOf(other));
      } else if (one !== null && isOneValue(right)) fix(one, right);
      else if (other !== null && isOneValue(left)) fix(other, left);
    }
  }
  const roots = new Set([...spread.keys()].map(rootOf));
  const isFixed = [...fixed.values()].some((alias) => roots.has(rootOf(alias)));
  const tables = [...new Set([...spread.values()].map(({ table }) => table))].sort();
  if (roots.size > 1) return { shape: "across", tables };
  return { shape: roots.size === 0 || isFixed ? "one" : "all", tables };
}

function isScanOf(node: Plan, alias: string): boolean {
  return node["Alias"] === alias && String(node["Node Type"]).includes("Scan");
}
