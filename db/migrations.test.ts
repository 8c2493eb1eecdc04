import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { expect, it } from "vitest";
import { childNames, readChildRows } from "@/lib/store/cases/child-rows";
import { connect, type Connection } from "./connect";
import { migrate } from "./migrate";
import { createConnection } from "@/lib/store/sqlite-connection";

/** The newest migration that kept contacts, handoffs and promises as JSON arrays in their case. */
const before = 24;
/** The newest one before cases that fell quiet had an outcome of their own in saved views. */
const beforeQuiet = 38;

/** The newest one before columns of whole numbers were cleared of others. */
const beforeWhole = 56;

/** A database as a migration left it. */
function databaseAt(migration: number): Connection {
  const connection = connect(":memory:", "writer");
  const files = readMigrationFiles({ migrationsFolder: join(import.meta.dirname, "migrations") });
  const old = files.slice(0, migration + 1);
  for (const { sql } of old) for (const each of sql) connection.exec(each);
  connection.exec("CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash, created_at)");
  connection
    .prepare("INSERT INTO __drizzle_migrations (created_at) VALUES (?)")
    .run(old.at(-1)?.folderMillis);
  return connection;
}

/** A contact as that one kept it; two derivations ago it had neither a team nor a reason of escalation. */
const contact = [
  ...[0, "chat", 10, 20, "ai", "customer", true, 0.5, 3, null, 4, 5, "read", "core@v1", "r1"],
  ...[1, { words: 7, values: [1, null] }, 0.25, null, 0.1, 0.9, "late"],
];
const handoff = [
  ...[0, "transfer", "chat", "voice", "ai", "human", "agent", 15, 6, "kept", [[1, 0], [0]]],
  ...[{ form: "summary", parts: ["goal"] }, "r2", "Loss", 0.75],
];
const promise = [0, "chat", 2, "ai", "callback", "a call", 11, null, "", "open", null, null];

it("keeps what was stored of contacts, handoffs and promises when they get tables of their own", async () => {
  const connection = databaseAt(before);
  connection
    .prepare(
      `INSERT INTO cases (id, case_id, channels, agent_kinds, releases, touchpoints, interactions,
        handoffs, messages, spans, closure_method, evidence, closure_because, closure_quotes,
        has_transcript, findings, derived_with, contact_rows, handoff_rows, promise_rows)
      VALUES (7, 'C-1', '[]', '[]', '[]', 1, 2, 1, 0, 0, '', '', '', '[]', 0, '[]', '', ?, ?, ?)`,
    )
    .run(...[[contact], [handoff], [promise]].map((rows) => JSON.stringify(rows)));
  const interaction = { initiator: "customer", isTransferred: true, team: "Care", models: ["m"] };
  connection
    .prepare("INSERT INTO interactions VALUES (7, ?, 'chat', 10, 20, ?, ?)")
    .run(0, 1, JSON.stringify(interaction));
  connection
    .prepare("INSERT INTO interactions VALUES (7, ?, 'chat', 10, 20, ?, ?)")
    .run(1, 0, JSON.stringify({ ...interaction, team: null }));
  const boundary = { fromKind: "ai", toKind: "human", initiator: "agent", gapUs: 6, atMessage: 3 };
  connection
    .prepare("INSERT INTO handoffs VALUES (7, 0, 'transfer', ?)")
    .run(JSON.stringify({ ...boundary, toTeam: "Loss" }));
  migrate(connection);
  const childrenOf = await readChildRows(createConnection(connection), [7], childNames);
  expect(childrenOf(7)).toEqual({
    contactRows: [
      {
        ...{ ordinal: 0, channel: "chat", startUs: 10, endUs: 20, agents: "ai" },
        ...{ initiator: "customer", isTransferred: true, resolution: 0.5, answerUs: 3 },
        ...{ humanAnswerUs: null, handledUs: 4, humanUs: 5, notes: "read", prompt: "core@v1" },
        ...{ release: "r1", persona: 1, style: { words: 7, values: [1, null] }, grounded: 0.25 },
        ...{ faithful: null, frustration: 0.1, politeness: 0.9, disclosures: "late" },
        ...{ escalation: null, falseSuccess: null, team: "Care", unread: null },
      },
    ],
    handoffRows: [
      {
        ...{ ordinal: 0, kind: "transfer", from: "chat", to: "voice", fromKind: "ai" },
        ...{ toKind: "human", initiator: "agent", atUs: 15, gapUs: 6, verdict: "kept" },
        ...{ facts: [[1, 0], [0]], packet: { form: "summary", parts: ["goal"] }, release: "r2" },
        ...{ team: "Loss", context: 0.75 },
      },
    ],
    promiseRows: [
      {
        ...{ ordinal: 0, channel: "chat", message: 2, by: "ai", kind: "callback", what: "a call" },
        ...{ madeUs: 11, dueUs: null, dueWords: "", status: "open", settledUs: null },
        received: null,
      },
    ],
    disclosureRows: [],
    piiRows: [],
  });
  const bodies = connection.prepare("SELECT body FROM interactions ORDER BY ordinal").pluck().all();
  expect(bodies).toEqual(['{"models":["m"]}', '{"models":["m"]}']);
  expect(connection.prepare("SELECT body FROM handoffs").pluck().all()).toEqual([
    '{"atMessage":3}',
  ]);
  connection.close();
});

it("adds the cases that fell quiet to saved views of all cases not resolved, and to no others", () => {
  const connection = databaseAt(beforeQuiet);
  const views = [
    "outcome=reopened&outcome=closed_likely&outcome=closed_unproven&outcome=unresolved&q=1",
    "outcome=closed_unproven&outcome=unresolved",
    "",
  ];
  for (const search of views)
    connection
      .prepare(
        `INSERT INTO saved_views (path, name, search, owner, is_shared, created_us)
        VALUES ('/cases', ?, ?, '', 1, 0)`,
      )
      .run(search, search);
  migrate(connection);
  const found = connection.prepare("SELECT search FROM saved_views ORDER BY id").pluck().all();
  expect(found).toEqual([
    "outcome=reopened&outcome=closed_likely&outcome=closed_unproven&outcome=fell_quiet&outcome=unresolved&q=1",
    ...views.slice(1),
  ]);
  connection.close();
});

it("forgets tokens that are no whole number, which only this engine keeps", () => {
  const connection = databaseAt(beforeWhole);
  const insert = connection.prepare(
    `INSERT INTO cases (case_id, channels, agent_kinds, releases, touchpoints, interactions, handoffs, messages, spans,
      closure_method, evidence, closure_because, closure_quotes, has_transcript, findings, derived_with,
      input_tokens, output_tokens, first_token_us, slowest_first_token_us)
    VALUES (?, '[]', '[]', '[]', 1, 1, 0, 0, 0, '', '', '', '[]', 0, '[]', '', ?, ?, ?, ?)`,
  );
  insert.run("C-1", 12.5, 7, 8, 1e22);
  insert.run("C-2", 9, 1e19, null, 10);
  migrate(connection);
  const sql =
    "SELECT input_tokens, output_tokens, first_token_us, slowest_first_token_us FROM cases";
  expect(connection.prepare(sql).raw().all()).toEqual([
    [null, 7, 8, null],
    [9, null, null, 10],
  ]);
  connection.close();
});
