import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { everyCase, withToggled, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { namedPeriods } from "@/lib/analytics/filter/period";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { digest } from "@/lib/pipeline/derive/digest";
import { openReader } from "@/lib/store/open-database";
import { demoFolder, demoSeed } from "@/lib/testing/demo-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { isWholeTier } from "@/lib/testing/runs";
import { loadFigures } from "./load";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const { endUs } = demoSeed;
const narrowed: readonly CasesQuery[] = [
  everyCase,
  withToggled(everyCase, "channel", "voice"),
  withToggled(everyCase, "outcome", "unresolved"),
  { ...withToggled(everyCase, "switch", "chat>voice"), text: "refund" },
];

/** Every period of all cases, and every filter in a period of its own; `test:all`: every filter in every period. */
const queries: readonly CasesQuery[] = narrowed.flatMap((query, filter) =>
  namedPeriods
    .filter((_, at) => isWholeTier || filter === 0 || at === filter % namedPeriods.length)
    .map((period) => ({ ...query, period })),
);

async function figuresOf(seen: SeenWorkspace): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (const query of queries) all.push(...(await loadFigures(seen, query, endUs)));
  return all;
}

async function linesOf(seen: SeenWorkspace): Promise<string> {
  const parts: string[] = [];
  for await (const part of casesCsv(seen, { ...everyCase, columns: [] }, endUs)) parts.push(part);
  return parts.join("");
}

async function digestOf(location: string): Promise<string> {
  const db = openReader(location);
  try {
    return await digest(db);
  } finally {
    await db.close();
  }
}

it("the demo has the same digest, list of cases, and figure of every metric, of all periods and filters, on both engines", async () => {
  const folder = await demoFolder();
  const onFile = { path: join(folder, "main.db"), scope: null };
  const onPostgres = { path: locationIn(folder, "main"), scope: null };
  expect(onPostgres.path).toMatch(/^postgres:/u);
  expect(await digestOf(onPostgres.path)).toBe(await digestOf(onFile.path));
  expect(await linesOf(onPostgres)).toBe(await linesOf(onFile));
  const figures = await figuresOf(onFile);
  expect(figures).toHaveLength(queries.length * metrics.length);
  expect(await figuresOf(onPostgres)).toEqual(figures);
});
