import type { Client } from "pg";
import { distributions, type Distribution } from "@/db/postgres/distribution";
import { nodesBelow, nodesIn, readQueryTree, wordOf, type TreeNode } from "./query-tree";

/** Why Citus does not plan a statement. */
export type Refusal =
  /** "direct joins between distributed and local tables are not supported": a correlated subquery has rows of the other kind. */
  | "local"
  /** "correlated subqueries are not supported when the FROM clause contains a reference table", or a CTE or subquery. */
  | "correlated"
  /** "only reference tables may be queried when targeting a reference table" */
  | "target"
  /** "complex joins are only supported when all distributed tables are co-located and joined on their distribution columns" */
  | "not-colocated";

/** @property intermediate rows that Citus reads first, and sends to each machine */
type Kind = "distributed" | "reference" | "coordinator" | "intermediate";
type Distributed = Exclude<Distribution, string>;

/** What Citus looks names up by: tables by their keys, and operators that compare for equality. */
type Catalogue = {
  readonly tables: ReadonlyMap<string, string>;
  readonly equalities: ReadonlySet<string>;
};

/** A table in a FROM; an object of its own for each time that it is named. */
type Entry = { readonly node: TreeNode; readonly kind: Kind; readonly how: Distribution | null };

/** @property kinds of what is not read first; @property equal columns and parameters that are compared for equality */
type Analysis = {
  readonly refusals: readonly Refusal[];
  readonly kinds: ReadonlySet<Kind>;
  readonly entries: readonly Entry[];
  readonly equal: readonly (readonly [Side, Side])[];
};

/** A column that a table is distributed by, or a parameter's number. */
type Side = Entry | string;

/**
 * Reads of a statement why Citus, from version 10 on, refuses it; none: it takes it, maybe after it read some subqueries
 * first. That it does with those that are not correlated: where they have a table of the coordinator, where
 * they limit or group rows, and where nothing beside them is distributed.
 * @param client on the namespace
 */
export async function readRefusals(client: Client, sql: string): Promise<ReadonlySet<Refusal>> {
  const { rows: tables } = await client.query<{ id: string; name: string }>(
    "SELECT oid::text AS id, relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace",
  );
  const { rows: equalities } = await client.query<{ id: string }>(
    "SELECT oid::text AS id FROM pg_operator WHERE oprname = '='",
  );
  const catalogue = {
    tables: new Map(tables.map(({ id, name }) => [id, name])),
    equalities: new Set(equalities.map(({ id }) => id)),
  };
  return new Set(analyse(await readQueryTree(client, sql), catalogue, []).refusals);
}

/** @param outer the tables of the queries that this one is in, the innermost first */
function analyse(
  query: TreeNode,
  catalogue: Catalogue,
  outer: readonly (readonly (Entry | null)[])[],
): Analysis {
  const isInsert = wordOf(query, "commandType") === "3";
  const target = Number(wordOf(query, "resultRelation")) - 1;
  const named = nodesIn(query.fields["rtable"] ?? []);
  const places = named.map((node) => entryOf(node, catalogue));
  const scopes = [places, ...outer];
  const own = places.filter((entry, at) => entry !== null && !(isInsert && at === target));
  const entries = own.filter((entry) => entry !== null);
  const within = queriesIn(query).map(({ node, isFrom }) => {
    const analysed = analyse(node, catalogue, scopes);
    const isCorrelated = hasOuterColumn(node);
    const isFirst =
      !isCorrelated && (analysed.kinds.has("coordinator") || (isFrom && isWhole(node)));
    return {
      ...analysed,
      isFrom,
      isCorrelated,
      kinds: isFirst ? new Set<Kind>(["intermediate"]) : analysed.kinds,
    };
  });
  const from = new Set<Kind>(entries.map(({ kind }) => kind));
  for (const each of within) if (each.isFrom) for (const kind of each.kinds) from.add(kind);
  // What is joined with distributed tables directly, it reads first.
  if (from.has("distributed") && from.delete("coordinator")) from.add("intermediate");
  const correlated = within.filter(({ isFrom, isCorrelated }) => !isFrom && isCorrelated);
  const refusals = within.flatMap((each) => each.refusals);
  for (const { kinds } of correlated) {
    const isLocal = from.has("coordinator") && kinds.has("distributed");
    if (isLocal || (from.has("distributed") && kinds.has("coordinator"))) refusals.push("local");
    else if (kinds.has("distributed") && !from.has("distributed")) refusals.push("correlated");
  }
  const kinds = new Set<Kind>([...from, ...correlated.flatMap((each) => [...each.kinds])]);
  const isReference = places[target]?.kind === "reference";
  if (isReference && !isInsert && kinds.has("distributed")) refusals.push("target");
  const together = [...entries, ...correlated.flatMap((each) => each.entries)];
  const equal = [
    ...equalitiesIn(query, catalogue, scopes),
    ...correlated.flatMap((each) => each.equal),
  ];
  if (countColocated(together, equal) > 1) refusals.push("not-colocated");
  return { refusals, kinds, entries: together, equal };
}

function entryOf(node: TreeNode, { tables }: Catalogue): Entry | null {
  if (wordOf(node, "rtekind") === "6") return { node, kind: "intermediate", how: null };
  if (wordOf(node, "rtekind") !== "0") return null;
  const how = distributions[tables.get(wordOf(node, "relid")) ?? ""] ?? null;
  if (how === null) return null;
  return { node, how, kind: typeof how === "string" ? how : "distributed" };
}

/** The queries directly in one. */
function queriesIn(query: TreeNode): { readonly node: TreeNode; readonly isFrom: boolean }[] {
  return Object.entries(query.fields).flatMap(([field, values]) =>
    nodesIn(values)
      .flatMap(outermostQueries)
      .map((node) => ({ node, isFrom: field === "rtable" })),
  );
}

function outermostQueries(node: TreeNode): TreeNode[] {
  return node.type === "QUERY" ? [node] : nodesBelow(node).flatMap(outermostQueries);
}

function hasOuterColumn(node: TreeNode, depth = 0): boolean {
  if (Number(wordOf(node, "varlevelsup")) > depth) return true;
  return nodesBelow(node).some((each) =>
    hasOuterColumn(each, depth + (each.type === "QUERY" ? 1 : 0)),
  );
}

const wholes = ["limitCount", "limitOffset", "groupClause", "distinctClause", "setOperations"];

function isWhole(query: TreeNode): boolean {
  const isThere = (field: string) => nodesIn(query.fields[field] ?? []).length > 0;
  const flags = ["hasAggs", "hasWindowFuncs"].map((field) => wordOf(query, field));
  return wholes.some(isThere) || flags.includes("true");
}

function equalitiesIn(
  node: TreeNode,
  catalogue: Catalogue,
  scopes: readonly (readonly (Entry | null)[])[],
): (readonly [Side, Side])[] {
  const below = nodesBelow(node)
    .filter(({ type }) => type !== "QUERY")
    .flatMap((each) => equalitiesIn(each, catalogue, scopes));
  if (node.type !== "OPEXPR" || !catalogue.equalities.has(wordOf(node, "opno"))) return below;
  const [one, other] = nodesIn(node.fields["args"] ?? []).map((each) => sideOf(each, scopes));
  return one == null || other == null ? below : [[one, other], ...below];
}

function sideOf(node: TreeNode, scopes: readonly (readonly (Entry | null)[])[]): Side | null {
  if (node.type === "PARAM" && wordOf(node, "paramkind") === "0") return wordOf(node, "paramid");
  if (node.type !== "VAR") return null;
  const entry = scopes[Number(wordOf(node, "varlevelsup"))]?.[Number(wordOf(node, "varno")) - 1];
  if (entry == null || typeof entry.how !== "object" || entry.how === null) return null;
  const [names] = nodesIn(entry.node.fields["eref"] ?? []).flatMap(
    ({ fields }) => fields["colnames"] ?? [],
  );
  const list: readonly unknown[] = Array.isArray(names) ? names : [];
  return list[Number(wordOf(node, "varattno")) - 1] === entry.how.by ? entry : null;
}

/** How many sets of distributed tables there are that no equality joins with the others. */
function countColocated(
  entries: readonly Entry[],
  equal: readonly (readonly [Side, Side])[],
): number {
  const distributed = entries.filter(({ kind }) => kind === "distributed");
  const groupOf = (side: Side) =>
    typeof side === "string" ? null : (side.how as Distributed).group;
  const sets = new Map<Side, Side>();
  const rootOf = (side: Side): Side => {
    const next = sets.get(side) ?? side;
    return next === side ? side : rootOf(next);
  };
  for (const [one, other] of equal) {
    const [group, otherGroup] = [groupOf(one), groupOf(other)];
    if (group !== null && otherGroup !== null && group !== otherGroup) continue;
    const inGroup = (side: Side) =>
      typeof side === "string" ? `${group ?? otherGroup ?? ""} ${side}` : side;
    sets.set(rootOf(inGroup(one)), rootOf(inGroup(other)));
  }
  return new Set(distributed.map(rootOf)).size;
}
