import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const { requests } = syntheticExport(11, 12);

it("gives spans that were stored before a team was read what they would have had", async () => {
  const migration = readFileSync("db/migrations/0011_teams_of_cases.sql", "utf8");
  const markAll = migration.split("--> statement-breakpoint").at(-1) ?? "";
  const fromTheStart = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    return [await workspace.digest(), await teamsOf(workspace)];
  });
  expect(fromTheStart[1]).toEqual(["Assistants", "Letters", "People"]);
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    await forgetTeams(workspace);
    await workspace.derive();
    expect(await teamsOf(workspace)).toEqual([]);
    await workspace.db.write((connection) => connection.exec(markAll));
    expect([await workspace.digest(), await teamsOf(workspace)]).toEqual(fromTheStart);
  });
});

/** Every team named by a case. */
async function teamsOf({ db }: TestWorkspace): Promise<readonly string[]> {
  const found = await Promise.all((await listCaseIds(db)).map((caseId) => readCase(db, caseId)));
  return [...new Set(found.flatMap((each) => each?.row.teams ?? []))].sort();
}

/** Removes the team from stored readings, as if they had been read before teams were supported. */
function forgetTeams({ db }: TestWorkspace): Promise<void> {
  return db.write(async (connection) => {
    await connection.exec(`CREATE TEMP TABLE known AS SELECT id, json_remove(body, '$.team') AS body
        FROM declarations WHERE body ->> '$.team' IS NOT NULL;
      INSERT INTO declarations (hash, body) SELECT 'before ' || id, body FROM known;
      UPDATE spans SET declared = (SELECT d.id FROM declarations d WHERE d.hash = 'before ' || spans.declared)
        WHERE declared IN (SELECT id FROM known)`);
  });
}
