import { expect, it } from "vitest";
import { findRule } from "@/lib/disclosures/rules";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { Settings } from "@/lib/domain/settings/settings";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { statement, type Database } from "@/lib/store/port";
import { readSettings, writeSettings } from "@/lib/store/decisions/decisions";
import { demoSeed, withDemoCopy, type DemoCopy } from "@/lib/testing/demo-workspace";
import { drainQueue } from "./derive/drain-queue";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** Tables of derived rows. Each write numbers a case and its scores anew. */
const tables = {
  cases: ["changed"],
  interactions: [],
  disclosures: [],
  case_knowledge: [],
  handoffs: [],
  promises: [],
  personal_values: [],
  messages: [],
  scores: ["id"],
} as const;

const changes: Readonly<Record<string, (settings: Settings) => Settings>> = {
  "turns rules on": (settings) =>
    withOn(settings, [
      "human-escape-route",
      ...settings.disclosureRules.on,
      "cancel-no-obstruction",
      "not-financial-advice",
    ]),
  "turns rules off and reorders the others": (settings) =>
    withOn(settings, [
      "instalment-terms",
      "not-financial-advice",
      ...defaultSettings.disclosureRules.on,
    ]),
  "edits a rule's words": (settings) =>
    withOwn(settings, "instalment-terms", (rule) => ({
      ...rule,
      title: "Say what the instalments are",
      elements: [{ key: "instalments", mode: "verbatim", anyOf: ["instalment|rate"] }],
    })),
  "edits where and when a rule applies": (settings) =>
    withOwn(settings, "recording-notice-all-party", (rule) => ({
      ...rule,
      jurisdictions: ["*"],
      effectiveFrom: "2026-09-01",
      channels: ["voice", "chat"],
    })),
};

it("publishing changed rules leaves exactly what deriving every case again leaves", async () => {
  await withDemoCopy(async (workspace) => {
    const { db } = workspace;
    let last = await rowsOf(db);
    for (const [what, change] of Object.entries(changes)) {
      await writeSettings(db, change(await readSettings(db)));
      const stages = await drain(workspace);
      expect([...stages], what).toEqual(["rules"]);
      const published = await rowsOf(db);
      const judged = [...published].filter((row) => !last.has(row));
      expect(
        judged.some((row) => row.startsWith("disclosures")),
        what,
      ).toBe(true);
      last = published;
    }
    await pretendEarlier(db);
    expect(await drain(workspace)).toContain("case");
    const derived = await rowsOf(db);
    const differing = [...derived].filter((row) => !last.has(row));
    expect(differing).toEqual([]);
    expect(derived.size).toBe(last.size);
  });
});

function withOn(settings: Settings, on: readonly string[]): Settings {
  return { ...settings, disclosureRules: { ...settings.disclosureRules, on } };
}

function withOwn(
  settings: Settings,
  id: string,
  edit: (rule: DisclosureRule) => DisclosureRule,
): Settings {
  const shipped = findRule(id);
  if (shipped === null) throw new Error(`No rule is called ${id}.`);
  const rule = { ...edit(shipped), version: shipped.version + 1 };
  const { own, ...rest } = settings.disclosureRules;
  const published = { atUs: 1, by: "ann" };
  return { ...settings, disclosureRules: { ...rest, own: [...own, { rule, published }] } };
}

/** Drains the queue. @returns the stages that had entries */
async function drain({ db, maskAnswer }: DemoCopy): Promise<ReadonlySet<string>> {
  const stages = new Set<string>();
  await drainQueue(db, {
    now: () => demoSeed.endUs,
    maskAnswer,
    onBegin: (stage) => stages.add(stage),
  });
  return stages;
}

/** Has every eighth case derived again from its spans. */
async function pretendEarlier(db: Database): Promise<void> {
  await db.write(async (connection) => {
    await connection.exec(`UPDATE cases SET derived_with = '' WHERE id % 8 = 0;
      UPDATE settings SET value = '' WHERE name = 'derived_with'`);
  });
}

/** Every row of the tables with its table's name. */
async function rowsOf(db: Database): Promise<ReadonlySet<string>> {
  return db.read(async (connection) => {
    const rows = await flatMapInOrder(
      Object.entries(tables),
      async ([table, without]: [string, readonly string[]]) =>
        (
          (await statement<unknown[]>(connection, `SELECT * FROM ${table}`).all()) as Record<
            string,
            unknown
          >[]
        ).map(
          (row) =>
            `${table} ${JSON.stringify(Object.entries(row).filter(([name]) => !without.includes(name)))}`,
        ),
    );
    return new Set(rows);
  });
}
