import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { readAllowedHosts } from "@/lib/domain/alerts/webhook-address";
import type { Scope } from "@/lib/domain/people/permission";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { readAlertEvents } from "@/lib/store/alerts/events";
import { readAlert } from "@/lib/store/alerts/rules";
import type { Database } from "@/lib/store/port";
import { readColumn } from "@/lib/testing/read-values";
import { demoFolder, demoSeed, withDemoCopy } from "@/lib/testing/demo-workspace";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { receiveMail, type MailReceiver } from "@/lib/testing/receivers/receive-mail";
import {
  isSignedWith,
  receiveWebhooks,
  type WebhookReceiver,
} from "@/lib/testing/receivers/receive-webhooks";
import type { OwnerOf } from "./alert-owners";
import { lookUp } from "./reachable-addresses";
import { deliverDue, type DeliveryContext } from "./deliver-due";
import { loadObservation } from "@/lib/pages/alerts/load-observation";
import { ruleWords } from "@/lib/pages/alerts/prepare-rule";
import { evaluateAlerts } from "./evaluate-alerts";

// Making the demo takes longer than a test may.
beforeAll(demoFolder);

const { endUs } = demoSeed;
const secondUs = 1_000_000;
const hourUs = 3_600 * secondUs;
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ada = { actor: "p-ada", isVisitor: false, isAdmin: false };

const metric = "contact_false_containment_rate";
/** In the demo's last quarter 38% of 316 contacts, 32–43%. */
const backSoon: AlertRule = {
  name: "Only looked contained",
  watch: { kind: "metric", metric, side: "above", bound: 0.3 },
  ...{ search: "", window: "90d", least: 20, effect: 0.05 },
  ...{ durationHours: 1, coolDownHours: 24 },
  ...{ isWebhookSent: true, isMailSent: false, isOn: true },
};

let hook: WebhookReceiver;
let post: MailReceiver;

beforeEach(async () => {
  hook = await receiveWebhooks([500, 204]);
  post = await receiveMail();
});
afterEach(async () => {
  await hook.close();
  await post.close();
});

const ownersWith =
  (scope: Scope | null = null) =>
  () =>
    Promise.resolve<OwnerOf>(() => ({ scope, email: "ada@example.com" }));

function delivering(db: Database): DeliveryContext {
  return {
    ...{ db, workspace: "demo", owners: ownersWith(), baseUrl: "http://127.0.0.1:3000" },
    ...{ mail: { url: post.url, from: "alerts@example.com" }, secretOf: () => secret },
    reach: { allowed: readAllowedHosts({ THROUGHLINE_ALLOW_HOSTS: "127.0.0.1" }), lookUp },
  };
}

async function save(db: Database, rule: AlertRule, nowUs = endUs): Promise<number> {
  const context = { db, scope: null, nowUs, mask: (text: string) => text };
  await applyChange(context, {
    ...{ kind: "alert-webhook-set", url: hook.url, salt: "ab", by: ada },
  });
  const { id } = await applyChange(context, { kind: "alert-saved", id: null, rule, by: ada });
  return id ?? 0;
}

type Posted = { readonly body: string };
const messageOf = ({ body }: Posted) =>
  JSON.parse(body) as { type: string; data: { sentence: string; rule: string; ended: unknown } };

const look = (db: Database, nowUs: number, scope: Scope | null = null) =>
  evaluateAlerts({ db, observe: loadObservation, owners: ownersWith(scope) }, () => nowUs);

async function story(db: Database): Promise<readonly string[]> {
  const events = await readAlertEvents(db, 50);
  return events
    .toReversed()
    .map(({ kind, deliveries }) =>
      [
        kind,
        ...deliveries.map(({ problem, arrivedUs }) => problem ?? (arrivedUs ? "ok" : "due")),
      ].join(" "),
    );
}

describe("an alert on a metric", () => {
  it("fires on the demo, is posted signed, tried again after a 500, and holds nothing of a customer", async () => {
    await withDemoCopy(async ({ db }) => {
      const id = await save(db, backSoon);
      await look(db, endUs);
      await look(db, endUs + hourUs);
      expect(await readAlert(db, id)).toMatchObject({
        state: { status: "firing", sinceUs: endUs + hourUs },
      });
      await deliverDue(delivering(db), () => endUs + hourUs);
      expect(await story(db)).toEqual(["fired", "sent status-500"]);
      await deliverDue(delivering(db), () => endUs + hourUs + secondUs);
      expect(hook.posted).toHaveLength(1);
      await deliverDue(delivering(db), () => endUs + hourUs + 2 * secondUs);
      expect(await story(db)).toEqual(["fired", "sent ok"]);
      const [first, second] = hook.posted;
      if (first === undefined || second === undefined) throw new Error("Nothing was posted.");
      expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
      expect([first, second].map((each) => isSignedWith(secret, each))).toEqual([true, true]);
      expect(isSignedWith(secret, { ...second, body: `${second.body} ` })).toBe(false);
      const message = messageOf(second);
      expect(message).toMatchObject({
        type: "alert.fired",
        data: {
          ...{ workspace: "demo", watches: metric, bound: 0.3, n: 316 },
          url: `http://127.0.0.1:3000/lists/contacts?from=2026-08-21&to=2026-11-18&metric=${metric}.numerator`,
        },
      });
      expect(message.data.sentence).toMatch(/ for 1 h: 38% of 316 contacts, 32–43%\.$/u);
      const ids = await db.read((connection) =>
        readColumn<string>(
          connection,
          "SELECT case_id FROM cases UNION SELECT customer_id FROM cases WHERE customer_id <> ''",
        ),
      );
      expect(ids.length).toBeGreaterThan(100);
      expect(ids.filter((each) => second.body.includes(each))).toEqual([]);
    });
  });

  it("is posted its end, signed, after its beginning, though that is to be tried again, and each once", async () => {
    await withDemoCopy(async ({ db }) => {
      await save(db, { ...backSoon, durationHours: 0 });
      await look(db, endUs);
      await deliverDue(delivering(db), () => endUs);
      // No case was opened in the 90 days before.
      const laterUs = endUs + 120 * 24 * hourUs;
      await look(db, laterUs);
      expect(await story(db)).toEqual(["fired", "sent status-500", "ended", "end-sent due", "few"]);
      for (let round = 0; round < 4; round += 1) await deliverDue(delivering(db), () => laterUs);
      expect(hook.posted.map((each) => messageOf(each).type)).toEqual([
        ...["alert.fired", "alert.fired", "alert.ended"],
      ]);
      const [begun, , ended] = hook.posted;
      if (begun === undefined || ended === undefined) throw new Error("Nothing was posted.");
      expect(ended.headers["webhook-id"]).not.toBe(begun.headers["webhook-id"]);
      expect(isSignedWith(secret, ended)).toBe(true);
      expect(messageOf(ended).data).toMatchObject({
        ended: { at: "2027-03-18T12:00:00.000Z", why: "few" },
        sentence: expect.stringMatching(/\(0 of at least 20 contacts\)\. .* 120 d\.$/u) as string,
      });
    });
  });

  it("is mailed its end where the alert is changed while it fires", async () => {
    await withDemoCopy(async ({ db }) => {
      const rule = { ...backSoon, durationHours: 0, isWebhookSent: false, isMailSent: true };
      const id = await save(db, rule);
      await look(db, endUs);
      await applyChange(
        { db, scope: null, nowUs: endUs + hourUs, mask: (text) => text },
        { kind: "alert-saved", id, rule: { ...rule, isOn: false }, by: ada },
      );
      expect(await story(db)).toEqual(["fired", "sent due", "changed", "ended", "end-sent due"]);
      for (let round = 0; round < 2; round += 1) {
        await deliverDue(delivering(db), () => endUs + hourUs);
      }
      expect(post.received.map(({ text }) => /^Subject: (.+)$/mu.exec(text)?.[1]?.trim())).toEqual([
        ...["Alert: Only looked contained", "Alert ended: Only looked contained"],
      ]);
    });
  });

  it("says too few below its least n, and never fires", async () => {
    await withDemoCopy(async ({ db }) => {
      const id = await save(db, { ...backSoon, least: 100_000 });
      for (const hours of [0, 5, 48]) await look(db, endUs + hours * hourUs);
      expect((await readAlert(db, id))?.state.status).toBe("few");
      expect(await story(db)).toEqual(["few"]);
    });
  });

  it("is looked at with its owner's eyes, and begins anew where these see something else", async () => {
    await withDemoCopy(async ({ db }) => {
      const id = await save(db, { ...backSoon, durationHours: 0 });
      await look(db, endUs);
      const all = await readAlert(db, id);
      const scope = { regions: ["EU"], teams: [] };
      await look(db, endUs + hourUs, scope);
      const own = await readAlert(db, id);
      expect(own?.scope).toEqual(scope);
      expect(own?.reading?.of).toBeLessThan(all?.reading?.of ?? 0);
      expect(own?.state.sinceUs).toBe(endUs + hourUs);
    });
  });
});

describe("an alert on findings", () => {
  it("fires on what is certain, and says of what is likely that it can't tell yet", async () => {
    await withDemoCopy(async ({ db }) => {
      const on = (finding: string): AlertRule => ({
        ...{ ...backSoon, durationHours: 0, effect: 1 },
        watch: { kind: "finding", finding },
      });
      const voice = await save(db, on("persona/voice"));
      const lost = await save(db, on("context"));
      await look(db, endUs);
      expect(await readAlert(db, voice)).toMatchObject({
        state: { status: "firing" },
        reading: {
          found: { words: expect.stringMatching(/^Voice .*more formal/u) as string },
        },
      });
      expect(await readAlert(db, lost)).toMatchObject({
        state: { status: "unclear" },
        reading: {
          found: {
            words: expect.stringMatching(/from chat to voice/iu) as string,
          },
        },
      });
    });
  });
});

/** A test of an alert, which has its messages at once. */
async function sendTest(db: Database, rule: AlertRule): Promise<void> {
  const id = await save(db, rule);
  const context = { db, scope: null, nowUs: endUs, mask: (text: string) => text };
  await applyChange(context, { kind: "alert-tested", id, by: ada });
}

describe("a message", () => {
  it("is delivered once more, under the same id, where it was posted and not noted", async () => {
    await withMemoryStore(async (db) => {
      await sendTest(db, backSoon);
      const killed = { ...db, write: () => Promise.reject(new Error("killed")) };
      const context = { ...delivering(db), db: killed };
      await expect(deliverDue(context, () => endUs)).rejects.toThrow("killed");
      await deliverDue(delivering(db), () => endUs);
      const posted = hook.posted.map(({ headers }) => headers["webhook-id"]);
      expect(posted).toEqual([posted[0], posted[0]]);
      await deliverDue(delivering(db), () => endUs);
      expect(hook.posted).toHaveLength(2);
    });
  });

  it("says in words all that decides whether the alert fires, and how often it is sent", async () => {
    await withMemoryStore(async (db) => {
      const rule: AlertRule = { ...backSoon, search: "channel=chat", window: "7d" };
      await sendTest(db, rule);
      await deliverDue(delivering(db), () => endUs);
      expect(hook.posted.map((each) => messageOf(each).data.rule)).toEqual([ruleWords(rule)]);
    });
  });

  it("goes to the owner as a plain mail with its sentence and its address", async () => {
    await withMemoryStore(async (db) => {
      await sendTest(db, { ...backSoon, isWebhookSent: false, isMailSent: true });
      await deliverDue(delivering(db), () => endUs);
      expect(await story(db)).toEqual(["tested ok"]);
      const [mail] = post.received;
      expect(mail?.to).toEqual(["ada@example.com"]);
      expect(mail?.text).toMatch(/^Subject: Test .*: Only looked contained/mu);
      expect(mail?.text).toContain("text/plain");
      expect(mail?.text).toContain("http://127.0.0.1:3000/alerts");
    });
  });

  it("is given up after the last wait, and says why", async () => {
    await withMemoryStore(async (db) => {
      await sendTest(db, backSoon);
      const nobody = { ...delivering(db), mail: null };
      await applyChange(
        { db, scope: null, nowUs: endUs, mask: (text) => text },
        { kind: "alert-webhook-set", url: "http://127.0.0.1:1/", salt: "ab", by: ada },
      );
      let atUs = endUs;
      const tried: number[] = [];
      for (let round = 0; round < 12; round += 1, atUs += 48 * hourUs) {
        tried.push(await deliverDue(nobody, () => atUs));
      }
      expect(tried).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
      expect(await story(db)).toEqual(["tested unreachable"]);
    });
  });

  it("follows no redirect", async () => {
    const elsewhere = await receiveWebhooks([302]);
    await withMemoryStore(async (db) => {
      await sendTest(db, backSoon);
      await applyChange(
        { db, scope: null, nowUs: endUs, mask: (text) => text },
        { kind: "alert-webhook-set", url: elsewhere.url, salt: "ab", by: ada },
      );
      await deliverDue(delivering(db), () => endUs);
      expect(await story(db)).toEqual(["tested redirected"]);
      expect(elsewhere.posted).toHaveLength(1);
    });
    await elsewhere.close();
  });
});
