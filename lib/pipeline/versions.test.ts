import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { statement } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { readColumn, readValue } from "@/lib/testing/read-values";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readQueueState } from "@/lib/store/queue";
import { readCase } from "@/lib/store/cases/read-case";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { derivationVersion } from "./derive/derivation-version";
import { drainQueue } from "./derive/drain-queue";
import { startDerivation } from "./derive/start-derivation";

const made = syntheticExport(31, 16);
const now = () => 1_780_000_000_000_000;

describe("cases that an earlier version derived", () => {
  it("are derived again, each once, with the same result as if they were new", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(made.requests);
      const before = await workspace.digest();
      await pretendEarlierVersion(workspace);
      expect(await workspace.derive()).toHaveLength(made.channels.size);
      expect(await workspace.digest()).toBe(before);
      expect(await workspace.derive()).toEqual([]);
    });
  });

  it("keep their old rows for readers until their turn, and go on after an interruption", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(made.requests);
      const before = await workspace.digest();
      await pretendEarlierVersion(workspace);
      const reader = openReader(locationIn(workspace.folder, "main"));
      let asked = 0;
      const first = await drainQueue(workspace.db, {
        now,
        maskAnswer: workspace.maskAnswer,
        shouldPause: () => Promise.resolve(++asked > 10),
      });
      expect(first.cases.size).toBeGreaterThan(0);
      expect(first.cases.size).toBeLessThan(made.channels.size);
      const evidence = await Promise.all(
        (await listCaseIds(reader)).map(
          async (caseId) => (await readCase(reader, caseId))?.row.csat,
        ),
      );
      const old = evidence.filter((csat) => csat === -1);
      expect(old).toHaveLength(made.channels.size - first.cases.size);
      const rest = await workspace.derive();
      expect(rest).toHaveLength(old.length);
      expect(await workspace.digest()).toBe(before);
      await reader.close();
    });
  });

  it("are noticed by idle derivation, and so are changed settings", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(made.requests);
      const before = await workspace.digest();
      await pretendEarlierVersion(workspace);
      const problems: string[] = [];
      const onProblem = (message: string) => problems.push(message);
      const derivation = startDerivation({
        ...{ db: workspace.db, folder: workspace.folder, onProblem },
      });
      await until(async () => (await oldRows(workspace)) === 0);
      const first = await versionOf(workspace);
      await writeSettings(workspace.db, { ...defaultSettings, durableDays: 1 });
      await until(async () => (await versionOf(workspace)) !== first);
      await until(async () => (await readQueueState(workspace.db)).depth === 0);
      await derivation.stop();
      expect(problems).toEqual([]);
      await writeSettings(workspace.db, defaultSettings);
      expect(await workspace.digest()).toBe(before);
    });
  });
});

describe("a raised evaluator", () => {
  it("is run again on the cases it scored, and on no others", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(made.requests);
      const before = await workspace.digest();
      const version = String(await versionOf(workspace));
      const earlier = version.replace(/repeat_information@\d+/u, "repeat_information@0");
      await workspace.db.write(async (connection) => {
        await statement<unknown[]>(connection, "UPDATE cases SET derived_with = ?, csat = -1").run(
          earlier,
        );
        await statement<unknown[]>(
          connection,
          "UPDATE settings SET value = ? WHERE name = 'derived_with'",
        ).run(earlier);
      });
      const judged = await casesWhere(
        workspace,
        "EXISTS (SELECT 1 FROM scores s WHERE s.case_key = cases.id AND s.evaluator = 'repeat_information')",
      );
      expect(judged.length).toBeGreaterThan(0);
      expect(judged.length).toBeLessThan(made.channels.size);
      expect((await workspace.derive()).toSorted()).toEqual(judged);
      expect(await casesWhere(workspace, "csat IS DISTINCT FROM -1")).toEqual(judged);
      expect(
        await casesWhere(
          workspace,
          "derived_with <> (SELECT value FROM settings WHERE name = 'derived_with')",
        ),
      ).toEqual([]);
      await workspace.db.write((connection) =>
        statement<unknown[]>(connection, "UPDATE cases SET derived_with = ''").run(),
      );
      await workspace.db.write((connection) =>
        statement<unknown[]>(
          connection,
          "UPDATE settings SET value = '' WHERE name = 'derived_with'",
        ).run(),
      );
      await workspace.derive();
      expect(await workspace.digest()).toBe(before);
    });
  });
});

function casesWhere({ db }: TestWorkspace, condition: string): Promise<unknown[]> {
  const sql = `SELECT case_id FROM cases WHERE ${condition} ORDER BY 1`;
  return db.read((connection) => readColumn(connection, sql));
}

/** Marks every row, so that the test sees which were derived again. */
async function pretendEarlierVersion({ db }: TestWorkspace): Promise<void> {
  await db.write(async (connection) => {
    await connection.exec(`UPDATE cases SET derived_with = 'earlier', csat = -1;
      UPDATE settings SET value = 'earlier' WHERE name = 'derived_with'`);
  });
}

function oldRows({ db }: TestWorkspace): Promise<unknown> {
  return db.read((connection) =>
    readValue(connection, "SELECT count(*) FROM cases WHERE csat = -1"),
  );
}

function versionOf({ db }: TestWorkspace): Promise<unknown> {
  const sql = "SELECT value FROM settings WHERE name = 'derived_with'";
  return db.read((connection) => readValue(connection, sql));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

describe("a version of derivation", () => {
  it("changes with what rows depend on, and with nothing else", () => {
    const type = {
      horizonDays: null,
      isFirstContactResolvable: false,
      resolveWithinBusinessHours: 8,
    };
    const version = derivationVersion(defaultSettings);
    const { persona } = defaultSettings;
    const stiffer = { ...persona.terms, bannedPhrases: ["no worries"] };
    const approval = { atUs: 1, by: "Ada" };
    const idle: Settings[] = [
      { ...defaultSettings, displayTimeZone: "Asia/Tokyo" },
      { ...defaultSettings, costRates: { ...defaultSettings.costRates, perHumanMinute: 1 } },
      { ...defaultSettings, caseTypes: { refund: { ...type, resolveWithinBusinessHours: null } } },
      { ...defaultSettings, aliases: {}, channelSynonyms: { fax: "email" } },
      { ...defaultSettings, persona: { ...persona, version: 4, terms: stiffer } },
    ];
    for (const settings of idle) expect(derivationVersion(settings)).toBe(version);
    const relevant: Settings[] = [
      { ...defaultSettings, durableDays: 8 },
      { ...defaultSettings, repeatWindowDays: 8 },
      { ...defaultSettings, timeZone: "Europe/Berlin" },
      { ...defaultSettings, caseTypes: { refund: type } },
      { ...defaultSettings, caseTypes: { refund: { ...type, horizonDays: 30 } } },
      { ...defaultSettings, persona: { ...persona, version: 1, approval } },
      { ...defaultSettings, noteTools: { read: ["open_file"], write: [] } },
    ];
    for (const settings of relevant) expect(derivationVersion(settings)).not.toBe(version);
  });
});

describe("stored settings that somebody else wrote", () => {
  it.each(["{", "7", '{"durableDays":"soon"}'])(
    "are refused with a sentence: %s",
    async (value) => {
      await withTestWorkspace(async ({ db, derive }) => {
        await db.write((connection) =>
          statement<unknown[]>(connection, "INSERT INTO settings VALUES ('settings', ?)").run(
            value,
          ),
        );
        await expect(derive()).rejects.toThrow("save them anew under Settings");
        await writeSettings(db, defaultSettings);
        await derive();
      });
    },
  );
});
