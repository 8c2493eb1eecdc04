import { defineConfig } from "vitest/config";

/** Files of tests that take minutes run with `npm run test:long` only. */
const longTests = process.env["THROUGHLINE_LONG"] === undefined ? ["**/*.long.test.ts"] : [];

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: {
      "server-only": new URL("./node_modules/server-only/empty.js", import.meta.url).pathname,
    },
  },
  test: {
    include: [
      "lib/**/*.test.ts",
      "db/**/*.test.ts",
      "app/**/*.test.{ts,tsx}",
      "components/**/*.test.{ts,tsx}",
      "bin/**/*.test.mjs",
    ],
    exclude: ["node_modules/**", ...longTests],
    // better-sqlite3 is a native addon: one process per worker, never threads.
    pool: "forks",
    globalSetup: ["./bin/tools/vitest-setup.mjs"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
