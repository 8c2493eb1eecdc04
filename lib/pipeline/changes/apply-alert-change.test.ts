import { describe, expect, it } from "vitest";
import type { AlertChange, AlertChanger } from "@/lib/domain/alerts/alert-change";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { Scope } from "@/lib/domain/people/permission";
import type { Database } from "@/lib/store/port";
import { readWebhook } from "@/lib/store/alerts/deliveries";
import { readAlert, readAlerts, recordAlert } from "@/lib/store/alerts/rules";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { applyChange } from "./apply-change";

const ada: AlertChanger = { actor: "ada", isVisitor: false, isAdmin: false };
const ben: AlertChanger = { actor: "ben", isVisitor: false, isAdmin: false };
const admin: AlertChanger = { actor: "eve", isVisitor: false, isAdmin: true };
const visitor: AlertChanger = { actor: "guest", isVisitor: true, isAdmin: false };
const rule: AlertRule = {
  name: "Chats of jane@example.com",
  watch: { kind: "metric", metric: "case_resolution_rate", side: "below", bound: 0.5 },
  ...{ search: "channel=chat&q=secret&period=7d", window: "7d", least: 20, effect: 0.05 },
  ...{ durationHours: 1, coolDownHours: 24 },
  ...{ isWebhookSent: true, isMailSent: true, isOn: true },
};

function changing(db: Database, scope: Scope | null = null, nowUs = 1) {
  const mask = (text: string) => text.replace("jane@example.com", "[EMAIL]");
  return async (change: AlertChange) =>
    (await applyChange({ db, scope, nowUs, mask }, change)).id ?? 0;
}

const saved = (by: AlertChanger, changed: Partial<AlertRule> = {}, id: number | null = null) =>
  ({ kind: "alert-saved", id, rule: { ...rule, ...changed }, by }) as const;

describe("a rule of an alert", () => {
  it("is kept masked, with its facets alone", async () => {
    await withMemoryStore(async (db) => {
      const id = await changing(db)(saved(ada));
      expect((await readAlert(db, id))?.rule).toMatchObject({
        ...{ name: "Chats of [EMAIL]", search: "channel=chat", owner: "ada" },
      });
    });
  });

  it("on findings has the filters alone that their pages have", async () => {
    await withMemoryStore(async (db) => {
      const watch = { kind: "finding", finding: "sla" } as const;
      const id = await changing(db)(saved(ada, { watch, search: "channel=chat&risk=high" }));
      expect((await readAlert(db, id))?.rule.search).toBe("channel=chat");
    });
  });

  it("is refused where there is no such metric, finding or share", async () => {
    await withMemoryStore(async (db) => {
      const change = changing(db);
      const watch = { ...rule.watch, kind: "metric", side: "above" } as const;
      const refused: readonly Partial<AlertRule>[] = [
        { watch: { ...watch, metric: "nobody", bound: 0.5 } },
        { watch: { ...watch, metric: "csat", bound: 50 } },
        { watch: { ...watch, metric: "touchpoints_adjusted", bound: null } },
        { watch: { kind: "finding", finding: "no-such/thing" } },
      ];
      for (const each of refused) await expect(change(saved(ada, each))).rejects.toThrow();
      expect(await readAlerts(db)).toEqual([]);
    });
  });

  it("is changed and removed by its owner and an admin alone", async () => {
    await withMemoryStore(async (db) => {
      const change = changing(db);
      const id = await change(saved(ada));
      await expect(change(saved(ben, {}, id))).rejects.toThrow("somebody else’s");
      await expect(change({ kind: "alert-removed", id, by: ben })).rejects.toThrow("somebody else");
      await change(saved(admin, { least: 50 }, id));
      expect((await readAlert(db, id))?.rule).toMatchObject({ owner: "ada", least: 50 });
      await change({ kind: "alert-removed", id, by: admin });
      expect(await readAlerts(db)).toEqual([]);
    });
  });

  it("is missing for whoever sees less than it counts", async () => {
    await withMemoryStore(async (db) => {
      const id = await changing(db)(saved(ada));
      const ofRegion = changing(db, { regions: ["EU"], teams: [] });
      const mute = { kind: "alert-muted", id, untilUs: 5, by: ben } as const;
      await expect(ofRegion(mute)).rejects.toThrow("removed already");
      await ofRegion({ ...mute, by: ada });
    });
  });

  it("begins anew where it says something else, and goes on where only its name differs", async () => {
    await withMemoryStore(async (db) => {
      const id = await changing(db)(saved(ada));
      await recordAlert(db, { id, changedUs: null }, ({ state }) => ({
        ...{ state: { ...state, status: "firing", sentUs: 7 }, events: [] },
      }));
      const change = changing(db, null, 9);
      await change(saved(ada, { name: "Chats" }, id));
      expect((await readAlert(db, id))?.state).toMatchObject({ status: "firing", sentUs: 7 });
      await change(saved(ada, { least: 99 }, id));
      expect((await readAlert(db, id))?.state).toMatchObject({ status: "new", sentUs: 7 });
    });
  });

  it("is acknowledged only while it fires", async () => {
    await withMemoryStore(async (db) => {
      const id = await changing(db)(saved(ada));
      const known = { kind: "alert-acknowledged", id, by: ben } as const;
      await expect(changing(db)(known)).rejects.toThrow("not firing");
      await recordAlert(db, { id, changedUs: null }, ({ state }) => ({
        ...{ state: { ...state, status: "firing" }, events: [] },
      }));
      await changing(db)(known);
      expect((await readAlert(db, id))?.state.acknowledged).toEqual({ by: "ben", atUs: 1 });
    });
  });

  it("of a visitor of the demo is sent nowhere, not even as a test", async () => {
    await withMemoryStore(async (db) => {
      const id = await changing(db)(saved(visitor));
      const kept = (await readAlert(db, id))?.rule;
      expect(kept).toMatchObject({ isWebhookSent: false, isMailSent: false, isOfVisitor: true });
      await expect(changing(db)({ kind: "alert-tested", id, by: visitor })).rejects.toThrow(
        "sent nowhere",
      );
    });
  });
});

it("lets the webhook be a web address without a password, and nothing else", async () => {
  await withMemoryStore(async (db) => {
    const change = changing(db);
    const set = (url: string | null) =>
      change({ kind: "alert-webhook-set", url, salt: "ab", by: admin });
    for (const url of ["file:///etc/passwd", "ftp://a/b", "hooks", "https://me:secret@a/b"]) {
      await expect(set(url)).rejects.toThrow("https://");
    }
    expect(await readWebhook(db)).toBeNull();
    await set("https://hooks.example.com/x");
    expect(await readWebhook(db)).toMatchObject({ url: "https://hooks.example.com/x" });
    await set(null);
    expect(await readWebhook(db)).toBeNull();
  });
});
