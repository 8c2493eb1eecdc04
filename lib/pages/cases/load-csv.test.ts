import { expect, it } from "vitest";
import { storeCases } from "@/lib/testing/memory-store";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { derivedCase, firstUs } from "@/lib/testing/derived-case";
import { everyCase, withToggled } from "@/lib/analytics/filter/cases-query";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { casesCsv } from "./load-csv";
import { loadCasesPage } from "./load";

it("writes exactly what the query lists, all pages in order, with formulas defused", async () => {
  await withTestWorkspace(async ({ folder, db }) => {
    const numbers = Array.from({ length: 120 }, (_, index) => index);
    await storeCases(
      db,
      numbers.map((index) =>
        derivedCase({
          caseId: index === 7 ? "=1+2" : `C-${String(index)}`,
          customerId: index === 8 ? "+<PHONE:3f9a>" : null,
          caseType: index % 2 === 0 ? 'late, "very"' : "refund",
          openedUs: firstUs + ((index * 7) % 50) * 1_000_000,
        }),
      ),
    );
    const path = locationIn(folder, "main");
    const query = {
      ...withToggled(everyCase, "type", 'late, "very"'),
      sort: "opened",
      columns: ["customer", "type", "opened", "messages"],
    } as const;
    const asOfUs = firstUs + 1;
    const parts: string[] = [];
    for await (const part of casesCsv({ path, scope: null }, query, asOfUs)) parts.push(part);
    const lines = parts.join("").split("\r\n");
    const pages = await Promise.all(
      [1, 2].map((page) => loadCasesPage({ path, scope: null }, { ...query, page }, asOfUs)),
    );
    const shown = pages.flatMap(({ rows }) => rows.map(({ caseId }) => caseId));
    expect(shown).toHaveLength(60);
    expect(lines[0]).toBe("Case,Customer,Type,Opened,Messages");
    expect(lines.slice(1, -1).map((line) => line.split(",")[0])).toEqual(shown);
    expect(lines).toContain(`C-8,'+<PHONE:3f9a>,"late, ""very""",2026-01-05T08:00:06.000Z,2`);
    expect(lines.at(-1)).toBe("");

    const all: string[] = [];
    for await (const part of casesCsv({ path, scope: null }, everyCase, asOfUs)) all.push(part);
    expect(all.join("")).toContain("\r\n'=1+2,");
  });
});

it("writes the head alone where there is no workspace", async () => {
  const parts: string[] = [];
  for await (const part of casesCsv(
    { path: "/nowhere.db", scope: null },
    { ...everyCase, columns: [] },
    1,
  )) {
    parts.push(part);
  }
  expect(parts).toEqual(["Case\r\n"]);
});
