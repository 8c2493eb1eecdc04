import { readAsOf } from "@/lib/analytics/load/as-of";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { noEffect, type SettingsEffect } from "@/lib/domain/settings/settings-effect";
import { copyWorkspace } from "@/lib/store/copy/copy-workspace";
import { countUnassigned } from "@/lib/store/cases/counts";
import type { Database } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { readValue } from "@/lib/testing/read-values";
import { readSettings, writeSettings } from "@/lib/store/decisions/decisions";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { runs } from "@/lib/testing/runs";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { ticketSpans } from "@/lib/testing/spans/ticket-spans";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { compareWorkspaces } from "./compare-workspaces";
import { drainQueue } from "../derive/drain-queue";
import { removePreviewLeftovers } from "./preview-client";
import { previewSettings } from "./preview-settings";
import { suggestSettings } from "./suggest-settings";

const asOfUs = 1_780_000_000_000_000;
const now = () => asOfUs;
const made = syntheticExport(5, 12);
const tickets = ticketSpans({ spans: 100, cases: 20, key: "ticket_no" });

/** Cases are named under a custom key that is unknown by default. */
const withTickets: Settings = {
  ...defaultSettings,
  aliases: { ...defaultSettings.aliases, caseId: ["ticket_no"] },
};

describe("the preview of an alias", () => {
  it("says which unassigned spans get which cases, and saving does just that", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(tickets);
      await workspace.derive();
      expect(await countUnassigned(workspace.db)).toBe(100);
      const effect = await preview(workspace, withTickets);
      expect(effect).toMatchObject({
        spans: { assigned: 100, moved: 0, unassigned: 0 },
        touched: 20,
        byChange: { ...noEffect.byChange, added: 20 },
        outcomes: [],
      });
      expect(effect.examples[0]).toEqual({ caseId: "N-1000", change: "added" });
      expect(await listCaseIds(workspace.db)).toEqual([]);
      expect(await readSettings(workspace.db)).toEqual(defaultSettings);

      await writeSettings(workspace.db, withTickets);
      await workspace.derive();
      expect(await countUnassigned(workspace.db)).toBe(0);
      expect(await listCaseIds(workspace.db)).toHaveLength(20);
      expect(await preview(workspace, defaultSettings)).toMatchObject({
        spans: { assigned: 0, moved: 0, unassigned: 100 },
        byChange: { ...noEffect.byChange, removed: 20 },
      });
    });
  });
});

describe("the preview of any change", () => {
  it("is the difference that saving makes", async () => {
    const changes = new Set<string>();
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...made.requests, ...tickets]);
      await workspace.derive();
      const check = async (settings: Settings) => {
        const shown = await preview(workspace, settings);
        for (const [change, count] of Object.entries(shown.byChange)) {
          if (count > 0) changes.add(change);
        }
        expect(await save(workspace, settings)).toEqual(shown);
      };
      // Each kind of change is among these; the others are drawn.
      const examples = fc.sample(anySettings, { numRuns: 6, seed: 10 });
      for (const settings of examples) await check(settings);
      await fc.assert(fc.asyncProperty(anySettings, check), { numRuns: runs(24) });
    });
    expect([...changes].sort()).toEqual(["added", "other", "outcome", "removed", "touchpoints"]);
  });

  it("leaves out what had waited to be derived before", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(made.requests);
      expect(await preview(workspace, defaultSettings)).toEqual(noEffect);
      expect(await listCaseIds(workspace.db)).toEqual([]);
    });
  });
});

const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    caseId: fc.constantFrom(["ticket_no"], [...(defaultSettings.aliases.caseId ?? [])]),
    idleMinutes: fc.constantFrom(1, 30, 600),
    closeIdleDays: fc.constantFrom(0.05, 3, 200),
    durableDays: fc.constantFrom(0, 7, 300),
    repeatWindowDays: fc.constantFrom(0, 7, 90),
    horizonDays: fc.constantFrom(14, 700),
  })
  .map(({ caseId, idleMinutes, closeIdleDays, ...amounts }) => ({
    ...defaultSettings,
    ...amounts,
    aliases: { ...defaultSettings.aliases, caseId },
    sessionIdleMinutes: onAll(idleMinutes),
    closeIdleDays: onAll(closeIdleDays),
  }));

function onAll(value: number): Settings["closeIdleDays"] {
  const all = Object.fromEntries(channels.map((channel) => [channel, value]));
  return { ...defaultSettings.closeIdleDays, ...all };
}

async function preview(
  { folder, maskAnswer }: TestWorkspace,
  settings: Settings,
): Promise<SettingsEffect> {
  const copies = join(folder, "copies");
  mkdirSync(copies, { recursive: true });
  const options = { path: locationIn(folder, "main"), folder: mkdtempSync(`${copies}/`) };
  const shown = await previewSettings({
    ...options,
    settings,
    now,
    maskAnswer,
    onProgress: () => undefined,
  });
  return shown.effect;
}

/**
 * Saves the settings for real.
 * @returns the effect
 */
async function save(
  { db, folder, maskAnswer }: TestWorkspace,
  settings: Settings,
): Promise<SettingsEffect> {
  const beforePath = join(mkdtempSync(join(folder, "was-")), "before.db");
  await copyWorkspace(locationIn(folder, "main"), beforePath, () => undefined);
  await writeSettings(db, settings);
  const { cases } = await drainQueue(db, { now, maskAnswer });
  const before = openReader(beforePath);
  const shownUs = await readAsOf(db, asOfUs);
  const effect = await compareWorkspaces({ before, after: db, asOfUs: shownUs, derived: cases });
  await before.close();
  return effect;
}

describe("what the data suggest", () => {
  it("names the key in which unassigned spans hold their case, before other keys", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(tickets);
      await workspace.derive();
      const { unassignedSeen, keys } = await suggestSettings(workspace.db, defaultSettings);
      expect(unassignedSeen).toBe(100);
      expect(keys[0]).toMatchObject({ key: "ticket_no", spans: 100, values: 20 });
      await writeSettings(workspace.db, withTickets);
      await workspace.derive();
      const after = await suggestSettings(workspace.db, withTickets);
      expect(after).toMatchObject({ unassignedSeen: 0, keys: [] });
    });
  });

  it("lists unknown channel names until they are mapped", async () => {
    const channel = "Carrier Pigeon";
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(ticketSpans({ spans: 4, cases: 2, key: "case_id", channel }));
      const before = await suggestSettings(workspace.db, defaultSettings);
      expect(before.channelWords).toEqual([{ word: "carrier_pigeon", spans: 4 }]);
      const settings: Settings = { ...defaultSettings, channelSynonyms: { carrier_pigeon: "sms" } };
      await writeSettings(workspace.db, settings);
      await workspace.derive();
      expect((await suggestSettings(workspace.db, settings)).channelWords).toEqual([]);
    });
  });
});

it("removes the copies that a server which crashed left behind, and nothing else", async () => {
  await withTestWorkspace(({ folder }) => {
    mkdirSync(join(folder, "preview-0123"));
    writeFileSync(join(folder, "preview-0123", "after.db"), "half a copy");
    removePreviewLeftovers(folder);
    expect(existsSync(join(folder, "preview-0123"))).toBe(false);
    expect(existsSync(locationIn(folder, "main"))).toBe(true);
    return Promise.resolve();
  });
});

it("copies a workspace as it was at one moment while others write to it", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([...made.requests, ...tickets]);
    const copy = join(workspace.folder, "copy.db");
    const copying = copyWorkspace(locationIn(workspace.folder, "main"), copy, () => undefined);
    await workspace.derive();
    await copying;
    const reader = openReader(copy);
    expect(await listCaseIds(reader)).toEqual([]);
    expect(await countSpans(reader)).toBe(await countSpans(workspace.db));
    await reader.close();
  });
});

function countSpans(db: Database): Promise<number> {
  return db.read(async (connection) =>
    Number(await readValue(connection, "SELECT count(*) FROM spans")),
  );
}
