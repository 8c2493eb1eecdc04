import { expect, it } from "vitest";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { statement } from "./port";

const body = JSON.stringify({
  tool: { name: "refund", "order.id": "A-1", 'a "b" [0]': 1 },
  list: [{ "x.y": true }, "second"],
  "plain.key": null,
});

/** By SQLite's own documentation of paths: a key in quotes is one key, whatever it holds. */
const expected: readonly (readonly [path: string, value: string | number | null])[] = [
  ["$.tool.name", "refund"],
  ['$.tool."name"', "refund"],
  ['$.tool."order.id"', "A-1"],
  ["$.tool.order.id", null],
  ["$.list[1]", "second"],
  ['$.list[0]."x.y"', 1],
  ['$."plain.key"', null],
  ['$."tool".name', "refund"],
];

it.each(expected)("reads the same at %s on both engines", async (path, value) => {
  await withMemoryStore(async (db) => {
    const found = await db.read((connection) =>
      statement<[{ readonly body: string; readonly path: string }], { value: string | null }>(
        connection,
        "SELECT @body ->> @path AS value",
      ).get({ body, path }),
    );
    expect(found?.value === null ? null : String(found?.value)).toBe(
      value === null ? null : String(value),
    );
  });
});

const half = String.fromCharCode(0xd83d);

/** In JSON NUL and half of a character stand as escapes, which PostgreSQL's own JSON refuses. */
it.each([
  { said: "nul\u0000", other: "A-1" },
  { said: `half ${half}`, other: "whole \u{1F600}" },
  { said: `${half}${half}`, other: "C:\\u0000 \\ud83d" },
])("reads what stands beside $said on both engines", async ({ said, other }) => {
  const given = {
    body: JSON.stringify({ said, other }),
    list: JSON.stringify([said, other]),
    other,
  };
  await withMemoryStore(async (db) => {
    const found = await db.read((connection) =>
      statement<[typeof given], Record<"value" | "member", string>>(
        connection,
        `SELECT @body ->> '$.other' AS value, json_valid(@body) AS isValid,
          (SELECT max(value) FROM json_each(@list) WHERE value = @other) AS member`,
      ).get(given),
    );
    expect(found).toMatchObject({ value: other, member: other, isValid: 1 });
  });
});
