import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "./tools/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "throughline-rooms-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Creates a tree of imports and returns `rule file` for each violation. */
function violationsOf(tree) {
  for (const [file, imports] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = imports.map((target, index) => `export * as name${index} from "${target}";`);
    writeFileSync(join(folder, file), [...lines, "export const here = 1;"].join("\n"));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] }, moduleResolution: "bundler" } }),
  );
  const command = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const args = ["--config", config, "--ts-config", "tsconfig.json", "--output-type", "json"];
  const output = execFileSync(process.execPath, [command, ...args, ...Object.keys(tree)], {
    cwd: folder,
    maxBuffer: 64_000_000,
  });
  const { violations } = JSON.parse(String(output)).summary;
  return violations.map(({ rule, from }) => `${rule.name} ${from}`).sort();
}

it("reports an import that the rooms' table does not allow, a cycle, and a way to the database", () => {
  const found = violationsOf({
    "lib/domain/pure.ts": ["zod"],
    "lib/domain/reads-files.ts": ["node:fs"],
    "lib/domain/reads-files.test.ts": ["node:fs", "../store/rows"],
    "lib/stats/knows-ingest.ts": ["@/lib/domain/pure", "@/lib/ingest/knows-domain"],
    "lib/ingest/knows-domain.ts": ["@/lib/domain/pure", "zod"],
    "lib/ingest/knows-store.ts": ["@/lib/store/rows"],
    "lib/cases/one.ts": ["./two"],
    "lib/cases/two.ts": ["./one"],
    "lib/store/rows.ts": ["drizzle-orm", "better-sqlite3", "node:zlib", "@/lib/domain/pure"],
    "lib/pipeline/has-sql.ts": ["drizzle-orm", "@/lib/store/rows"],
    "lib/format/words.ts": ["@/lib/domain/pure"],
    "lib/pages/cases/url.ts": ["@/lib/domain/pure"],
    "lib/pages/cases/prepare.ts": ["@/lib/format/words", "./url", "./load"],
    "lib/pages/cases/load.ts": ["@/lib/store/rows", "@/lib/analytics/ask/count"],
    "lib/pages/cases/tally.ts": ["@/lib/analytics/case-table/table"],
    "lib/pages/cases/tally.test.ts": ["@/lib/analytics/case-table/table"],
    "lib/analytics/ask/count.ts": ["../case-table/table"],
    "lib/analytics/case-table/table.ts": ["@/lib/domain/pure"],
    "lib/pages/sla/prepare.ts": ["@/lib/pages/cases/url", "@/lib/pages/cases/words"],
    "lib/pages/cases/words.ts": ["@/lib/format/words"],
    "components/table.tsx": ["@/lib/format/words", "react"],
    "components/live.tsx": ["@/lib/pages/cases/load"],
    "app/page.tsx": ["@/components/table"],
    "app/reads.tsx": ["@/lib/pages/cases/load"],
    "app/has-sql.tsx": ["@/lib/store/rows"],
  });

  expect(found).toEqual([
    "browser-never-reaches-the-database components/live.tsx",
    "browser-never-reaches-the-database components/live.tsx",
    "database-only-in-store lib/pipeline/has-sql.ts",
    "no-cycles lib/cases/one.ts",
    "only-loaders-read components/live.tsx",
    "only-loaders-read lib/pages/cases/prepare.ts",
    "pages-ask lib/pages/cases/tally.ts",
    "pages-stand-alone lib/pages/sla/prepare.ts",
    "room-app app/has-sql.tsx",
    "room-domain lib/domain/reads-files.ts",
    "room-ingest lib/ingest/knows-store.ts",
    "room-pipeline lib/pipeline/has-sql.ts",
    "room-stats lib/stats/knows-ingest.ts",
    "the-reader-thread-reads app/reads.tsx",
    "the-reader-thread-reads components/live.tsx",
  ]);
});
