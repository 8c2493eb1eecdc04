// Writes the migrations that lead from the newest snapshot to the schema, for each schema on each engine:
// `npm run migrations -- name_of_the_change`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools/paths.mjs";

const name = process.argv[2];
if (!/^[a-z0-9_]+$/u.test(name ?? "")) {
  console.error("Name the change in lower case with underscores, such as first_contacts.");
  process.exit(2);
}
const configs = ["", "db/access/", "db/postgres/workspace/", "db/postgres/access/"];
for (const folder of configs) {
  const args = [
    "drizzle-kit",
    "generate",
    "--config",
    `${folder}drizzle.config.ts`,
    "--name",
    name,
  ];
  const { status } = spawnSync("npx", args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

// A workspace is a PostgreSQL schema of its own, found by the search path; drizzle-kit names `public` in references.
for (const schema of ["workspace", "access"]) {
  const folder = join(root, "db", "postgres", schema, "migrations");
  for (const file of readdirSync(folder).filter((each) => each.endsWith(".sql"))) {
    const path = join(folder, file);
    const sql = readFileSync(path, "utf8");
    const unqualified = sql.replaceAll('"public".', "");
    if (unqualified !== sql) writeFileSync(path, unqualified);
  }
}
