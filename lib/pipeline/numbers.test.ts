import { join } from "node:path";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import * as schema from "@/db/schema";
import { readCase } from "@/lib/store/cases/read-case";
import { tupleStatement, type Database } from "@/lib/store/port";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;

/** Values as exporters write them, and the count of tokens that each states. */
const sent: readonly (readonly [value: string, count: number | null])[] = [
  ['{"doubleValue":12}', 12],
  ['{"stringValue":"12.0"}', 12],
  ['{"doubleValue":-0}', 0],
  ['{"stringValue":"-0"}', 0],
  ['{"intValue":"70"}', 70],
  ['{"doubleValue":12.5}', null],
  ['{"stringValue":"12.5"}', null],
  ['{"intValue":"-1"}', null],
  ['{"doubleValue":1e19}', null],
  ['{"intValue":"9223372036854775808"}', null],
  ['{"stringValue":"9007199254740992"}', null],
  ['{"doubleValue":1e400}', null],
  ['{"stringValue":"1e400"}', null],
  ['{"doubleValue":"NaN"}', null],
  ['{"doubleValue":"-Infinity"}', null],
];

/**
 * Attributes that are read as numbers, into columns of their own or into JSON: those of one span, the first of which is
 * of tokens that were read.
 */
const spans: readonly (readonly [tokens: string, ...others: string[]])[] = [
  [
    ...(["gen_ai.usage.input_tokens", "gen_ai.usage.cost", "csat.score"] as const),
    "gen_ai.response.time_to_first_chunk",
  ],
  [
    ...(["llm.token_count.prompt", "gen_ai.usage.output_tokens", "sla.due"] as const),
    "ai.response.msToFirstChunk",
  ],
  [
    ...(["ai.usage.inputTokens", "cohort.repeat", "eval.politeness"] as const),
    "langfuse.observation.completion_start_time",
  ],
  [
    ...(["langfuse.observation.usage_details", "langfuse.observation.cost_details"] as const),
    ...["gen_ai.evaluation.score.value", "retrieval.documents.0.document.score"],
    "conversation.transcript.0.message.start_time",
  ],
];
const counts = spans.flatMap(([key]) =>
  sent.map(([value, count]): [string, number | null] => [`${key} ${value}`, count]),
);
const caseIds = counts.map(([caseId]) => caseId).sort();

/** Of each case a call of a model, which states a value under each of the keys. */
function requestOf(keys: (typeof spans)[number], at: number): string {
  const id = String(at).padStart(15, "a");
  const lines = sent.map(([value], of) => {
    const spanId = `${id}${of.toString(16)}`;
    const attributes = {
      ...{ case_id: `${keys[0]} ${value}`, channel: "chat", "case.event": "csat" },
      ...{ "gen_ai.operation.name": "chat", "gen_ai.request.model": "m" },
      "gen_ai.evaluation.name": "tone",
      "conversation.transcript.0.message.role": "user",
      "conversation.transcript.0.message.content": "Where is my refund?",
      ...Object.fromEntries(keys.map((key) => [key, `value of ${key}`])),
    };
    const line = asLines([
      otlpRequest([{ traceId: spanId + spanId, spanId, startUs, attributes }]),
    ]);
    return keys.reduce(
      (text, key) => text.replace(written(`value of ${key}`), placed(key, value)),
      line,
    );
  });
  return lines.join("");
}

const written = (text: string) => JSON.stringify({ stringValue: text });

/** Langfuse's values are JSON text. */
function placed(key: string, value: string): string {
  if (!key.endsWith("_details")) return value;
  const plain = Object.values(JSON.parse(value) as object)[0] as unknown;
  const number =
    typeof plain === "number" && !Number.isFinite(plain) ? "1e400" : JSON.stringify(plain);
  return written(`{"input":${number},"total":${number}}`);
}

/** A customer relationship system's rows with each value in each column that is read as a number. */
const records = ["csat", "opened", "closed"].flatMap((column) =>
  [
    "12.5",
    "4.5",
    "1e19",
    "-1",
    "-0",
    "NaN",
    "9223372036854775808",
    "1e400",
    "1767600000.1234567",
  ].map((value) => JSON.stringify({ case_id: counts[0]?.[0], [column]: value })),
);

async function deriveAll(workspace: TestWorkspace): Promise<string> {
  await workspace.ingest(spans.map(requestOf).join(""));
  await workspace.ingest(`${records.join("\n")}\n`);
  expect(await workspace.derive()).toEqual(caseIds);
  expect(await fractionsIn(workspace.db)).toEqual([]);
  for (const [caseId, count] of counts) {
    const stored = await readCase(workspace.db, caseId);
    expect([caseId, stored?.row.inputTokens]).toEqual([caseId, count]);
  }
  return workspace.digest();
}

/** What is no whole number in a column of whole numbers, which SQLite takes all the same. */
async function fractionsIn(db: Database): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of Object.values(schema).filter((value) => value instanceof SQLiteTable)) {
    const { name, columns } = getTableConfig(table);
    const whole = columns.filter((column) => column.getSQLType() === "integer");
    for (const column of whole) {
      const sql = `SELECT DISTINCT "${column.name}" FROM ${name}`;
      const values = await db.read((connection) =>
        tupleStatement<[], [number | null]>(connection, sql).all(),
      );
      for (const [value] of values)
        if (value !== null && !Number.isSafeInteger(value))
          found.push(`${name}.${column.name}: ${String(value)}`);
    }
  }
  return found;
}

it("takes numbers that no column of whole numbers holds for none, and gives the same on both engines", async () => {
  await withTestWorkspace(async (workspace) => {
    const place = { folder: workspace.folder, location: join(workspace.folder, "numbers.db") };
    const onFile = await withTestWorkspace(deriveAll, { place });
    expect(await deriveAll(workspace)).toBe(onFile);
  });
});
