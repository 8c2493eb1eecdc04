import type { Client } from "pg";

/** A node of a statement as PostgreSQL has it in its memory: what it prints of it, by the names of its fields. */
export type TreeNode = {
  readonly type: string;
  readonly fields: Readonly<Record<string, readonly TreeValue[]>>;
};
export type TreeValue = string | TreeNode | readonly TreeValue[];

/** Of a function, in PostgreSQL. */
const parametersMax = 100;

/** Reads how PostgreSQL understands a statement, before it plans it. @param client on the namespace */
export async function readQueryTree(client: Client, sql: string): Promise<TreeNode> {
  await client.query(`PREPARE tree AS ${sql}`);
  const { rows: prepared } = await client.query<{ types: readonly string[] }>(
    "SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'tree'",
  );
  await client.query("DEALLOCATE tree");
  const types = prepared[0]?.types ?? [];
  // Values of rows to insert are more than a function may have parameters.
  const text = sql.replaceAll(/\$(\d+)/gu, (mark, number: string) =>
    Number(number) > parametersMax ? `CAST(NULL AS ${types[Number(number) - 1] ?? ""})` : mark,
  );
  const given = types.slice(0, parametersMax).join(", ");
  await client.query(
    `CREATE FUNCTION pg_temp.tree(${given}) RETURNS void BEGIN ATOMIC ${text}; END`,
  );
  const { rows } = await client.query<{ tree: string }>(
    "SELECT prosqlbody::text AS tree FROM pg_proc WHERE proname = 'tree' AND pronamespace = pg_my_temp_schema()",
  );
  await client.query("DROP FUNCTION pg_temp.tree");
  const [query] = nodesIn(parseTree(rows[0]?.tree ?? ""));
  if (query === undefined) throw new Error(`PostgreSQL has no tree of: ${sql}`);
  return query;
}

/** The nodes among values, without those inside them. */
export function nodesIn(values: readonly TreeValue[]): TreeNode[] {
  return values.flatMap((value) =>
    typeof value === "string" ? [] : "type" in value ? [value] : nodesIn(value),
  );
}

/** The nodes directly below one. */
export function nodesBelow({ fields }: TreeNode): TreeNode[] {
  return Object.values(fields).flatMap(nodesIn);
}

/** What a field says where it is one word. */
export function wordOf(node: TreeNode, field: string): string {
  const [value] = node.fields[field] ?? [];
  return typeof value === "string" ? value : "";
}

const tokens = /[{}()]|"(?:\\.|[^"\\])*"|(?:\\.|[^\s{}()"\\])+/gu;

function parseTree(text: string): readonly TreeValue[] {
  const words = text.match(tokens) ?? [];
  let at = 0;
  const valuesUntil = (isEnd: (word: string) => boolean): TreeValue[] => {
    const values: TreeValue[] = [];
    for (let word = words[at]; word !== undefined && !isEnd(word); word = words[at]) {
      at += 1;
      if (word === "{") values.push(node());
      else if (word === "(") {
        values.push(valuesUntil((next) => next === ")"));
        at += 1;
      } else values.push(word.replaceAll(/^"|"$|\\(?=.)/gu, ""));
    }
    return values;
  };
  const node = (): TreeNode => {
    const type = words[at] ?? "";
    at += 1;
    const fields: Record<string, readonly TreeValue[]> = {};
    while (words[at]?.startsWith(":") === true) {
      const name = words[at]?.slice(1) ?? "";
      at += 1;
      fields[name] = valuesUntil((word) => word === "}" || word.startsWith(":"));
    }
    at += 1;
    return { type, fields };
  };
  return valuesUntil(() => false);
}
