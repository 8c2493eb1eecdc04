import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Files of tests that take minutes run with `npm run test:long` only. */
const isLong = process.env["THROUGHLINE_LONG"] !== undefined;
const longTests = isLong ? [] : ["**/*.long.test.ts"];

/** They start threads that a server keeps, or measure their process: its memory, its processor time. */
const processTests = [
  "lib/**/{bad-input,body-budget,decode-input,large-input,receive-traces}.test.ts",
  "lib/**/{faults,preview-client,receive-upload,submit-change,worker-client}.test.ts",
  "lib/**/{business-weeks,hostile-*,shared-customer,shared-session}.test.ts",
  "lib/ingest/mask/formats.test.ts",
];

/** What holds on either engine: the store, and what is derived of what is sent. */
const postgresTests = [
  "lib/store/**/*.test.ts",
  "lib/pipeline/{answers,belonging,erase-customer,failed-steps,keyed-words,labels,numbers}.test.ts",
  "lib/pipeline/{records,replay-files,replays,same-issue,versions}.test.ts",
  "lib/pipeline/{changes,packs}/*.test.ts",
  "lib/pipeline/intake/remove-from-workspace.test.ts",
  "lib/commands/gate/{gate-stored,sign-off}.test.ts",
  "lib/pipeline/order.test.ts",
  "lib/pipeline/derive/quarantine.test.ts",
  "lib/analytics/load/watch-changes.test.ts",
];
/** Of several machines on one server, of the way there, and of both engines. */
const ofPostgres = [
  "lib/commands/copy/copy.test.ts",
  "lib/pages/metrics/engines.test.ts",
  "lib/pipeline/{faults-on-postgres,several-workers}.test.ts",
  "lib/store/postgres/{citus-refusals,distribute-workspace,open-postgres,plan-shapes,read-again,write-level,write-notices}.test.ts",
];
/** Of files, their locks and damage, and of SQLite's plans. */
const ofSqlite = ["lib/store/{in-turn,query-plans,storage-faults}.test.ts"];

function project(
  name: string,
  {
    include,
    exclude,
    isolate,
    globalSetup = [],
  }: { include: string[]; exclude: string[]; isolate: boolean; globalSetup?: string[] },
): TestProjectInlineConfiguration {
  return {
    resolve: {
      tsconfigPaths: true,
      alias: {
        "server-only": new URL("./node_modules/server-only/empty.js", import.meta.url).pathname,
      },
    },
    test: {
      name,
      include,
      exclude: ["node_modules/**", ...longTests, ...exclude],
      globalSetup,
      // better-sqlite3 is a native addon: one process per worker, never threads.
      pool: "forks",
      isolate,
      // Whoever runs last takes no process away that others go on with.
      sequence: { groupOrder: isolate ? 1 : 0 },
      setupFiles: [
        "./lib/testing/configure-fast-check.ts",
        "./lib/testing/postgres/choose-engine.ts",
      ],
      // Against what never ends: a busy machine takes several times as long as an idle one.
      testTimeout: isLong ? 900_000 : 300_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 60_000 } },
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    globalSetup: ["./bin/tools/vitest-setup.mjs"],
    passWithNoTests: true,
    projects: [
      // A process loads what tests import once, for all files that it runs.
      project("unit", {
        include: [
          "lib/**/*.test.ts",
          "db/**/*.test.ts",
          "app/**/*.test.{ts,tsx}",
          "components/**/*.test.{ts,tsx}",
          "bin/**/*.test.mjs",
        ],
        exclude: [...processTests, ...ofPostgres],
        isolate: false,
      }),
      project("process", { include: processTests, exclude: [], isolate: true }),
      // The same tests again, on a PostgreSQL server of their own.
      project("postgres", {
        include: [...postgresTests, ...ofPostgres],
        exclude: ofSqlite,
        isolate: false,
        globalSetup: ["./lib/testing/postgres/provide-cluster.ts"],
      }),
    ],
  },
});
