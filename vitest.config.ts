import { availableParallelism } from "node:os";
import { DemoMadeMeanwhile } from "./lib/testing/demo-made-meanwhile";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** `release`: what a release stands on; `all`: everything on both engines; absent: what is named. */
const tier = process.env["THROUGHLINE_TEST_TIER"];
/** How many times as long as usual this machine takes; `bin/test.mjs` measures it. */
const pace = Number(process.env["THROUGHLINE_TEST_PACE"] ?? 1);

/** They take minutes. */
const longTests = ["{app,bin,lib}/**/*.long.test.{ts,mjs}"];

/**
 * They start threads that a server keeps, measure their process, or load what changes it: drizzle-kit gives every array
 * a property.
 */
const processTests = [
  "app/**/{route,routes-and-words}.test.ts",
  "db/schema.test.ts",
  "lib/**/{body-budget,decode-input,receive-traces,preview-client,submit-change,worker-client}.test.ts",
  "lib/**/business-weeks.test.ts",
  "lib/ingest/mask/formats.test.ts",
];

/** That PostgreSQL keeps the store's contract. */
const contractTests = [
  "lib/store/{port,queue}.test.ts",
  "lib/store/{access/accounts,access/audit,cases/case-round-trip,search/match-cases,spans/write-spans}.test.ts",
  "lib/store/postgres/{read-again,write-level}.test.ts",
];

/** What holds on either engine: the store, and what is derived of what is sent. */
const postgresTests = [
  "lib/store/**/*.test.ts",
  "lib/pipeline/{answers,belonging,erase-customer,failed-steps,keyed-words,labels,numbers}.test.ts",
  "lib/pipeline/{records,replay-files,replays,same-issue,versions}.test.ts",
  "lib/pipeline/{changes,originals,packs}/*.test.ts",
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
  "lib/pipeline/several-workers.test.ts",
  "lib/store/postgres/{citus-refusals,distribute-workspace,open-postgres,plan-shapes,read-again,write-level,write-notices}.test.ts",
];
/** Of files, their locks and damage, and of SQLite's plans. */
const ofSqlite = ["lib/store/{in-turn,query-plans,storage-faults}.test.ts"];

type Tests = {
  include: string[];
  exclude: string[];
  isolate: boolean;
  /** The time limit of a test. Properties are tried more often with everything. */
  minutes?: number;
  globalSetup?: string[];
};

function project(
  name: string,
  { include, exclude, isolate, minutes = tier === "all" ? 5 : 1, globalSetup = [] }: Tests,
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
      exclude: ["node_modules/**", ...exclude],
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
      testTimeout: minutes * 60_000 * pace,
      // The first hook that wants the demo makes it.
      hookTimeout: Math.max(minutes, 3) * 60_000 * pace,
      expect: { poll: { timeout: (minutes > 1 ? 60_000 : 15_000) * pace } },
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    globalSetup: ["./bin/tools/vitest-setup.mjs"],
    sequence: { sequencer: DemoMadeMeanwhile },
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
        exclude: [...longTests, ...processTests, ...ofPostgres],
        isolate: false,
      }),
      project("process", { include: processTests, exclude: longTests, isolate: true }),
      // On a PostgreSQL server of their own.
      project("postgres", {
        include: tier === "release" ? contractTests : [...postgresTests, ...ofPostgres],
        exclude: [...longTests, ...ofSqlite],
        isolate: false,
        globalSetup: ["./lib/testing/postgres/provide-cluster.ts"],
      }),
      ...(tier === "release"
        ? []
        : [project("long", { include: longTests, exclude: [], isolate: true, minutes: 15 })]),
    ],
  },
});
