import { expect, it } from "vitest";
import { planRules } from "@/lib/disclosures/plan-rules";
import { readRules } from "@/lib/disclosures/yaml/read-rules";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import { readCasesBehind } from "@/lib/store/cases/enqueue-older-versions";
import { writeRejudged } from "@/lib/store/cases/write-rejudged";
import { statement, type Database } from "@/lib/store/port";
import { readColumn } from "@/lib/testing/read-values";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { enqueue, readQueue, type QueueStage } from "@/lib/store/queue";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { readDerivationContext } from "./derive/derivation-context";
import { drainQueue } from "./derive/drain-queue";
import { rejudgeCase } from "./derive/judge-rules";
import { linkDirtyCustomer } from "./derive/link-dirty-customer";

const startUs = 1_767_600_000_000_000;
const dayUs = 86_400_000_000;
const agentTexts = [
  "There is a fee of 3 euros for that.",
  "There is a charge of 3 euros for that.",
  "You will no longer receive texts from us.",
];

/** Cases of four customers, with a text each that one of the rules looks for. */
const requests = Array.from({ length: 40 }, (_, index) =>
  supportCase({
    caseId: `C-${String(10 + index)}`,
    idSuffix: String(100 + index),
    startUs: startUs + index * dayUs,
    messages: [
      { who: "customer", text: index % 3 === 0 ? "Please stop texting me." : "What does it cost?" },
      { who: "agent", text: agentTexts[index % agentTexts.length] ?? "" },
    ],
    attributes: {
      channel: index % 2 === 0 ? "sms" : "chat",
      customer_id: `K-${String(index % 4)}`,
    },
  }),
);

const fees = rule("our-fees", "fee of");
const charges = rule("our-fees", "charge of");
const once = { ...rule("once", "fee of"), scope: "once_per_customer" };

function rule(id: string, pattern: string) {
  return {
    ...{ id, title: "Say what it costs", jurisdictions: ["*"], source: "Our policy" },
    ...{ severity: "high", default_on: true, trigger: "always", channels: ["chat", "sms"] },
    ...{ speaker: "agent", elements: [{ key: "fee", mode: "verbatim", any_of: [pattern] }] },
  };
}

/** Settings in which rules are published on top of a rule that looks across a customer's cases. */
function published(...versions: readonly object[]): Settings {
  let rules: Settings["disclosureRules"] = { on: ["tcpa-optout-honoured"], own: [] };
  for (const version of versions) {
    const { drafts } = readRules(JSON.stringify([version]));
    const plan = planRules(...([rules, drafts, { atUs: 1, by: "ann" }, new Map()] as const));
    expect(plan.problems).toEqual([]);
    rules = plan.settings;
  }
  return { ...defaultSettings, disclosureRules: rules };
}

const before = published(once);
const first = published(once, fees);
const second = published(once, fees, charges);

let ticksUs = 1_780_000_000_000_000;
const now = () => (ticksUs += 1);

/** Drains the queue. @returns the stages of the entries, in order @param most stops after so many */
async function drain(
  { db, maskAnswer }: TestWorkspace,
  most = Infinity,
): Promise<readonly QueueStage[]> {
  const stages: QueueStage[] = [];
  await drainQueue(db, {
    ...{ now, maskAnswer },
    shouldPause: () => Promise.resolve(stages.length >= most),
    onBegin: (stage) => stages.push(stage),
  });
  return stages;
}

/** What a workspace has that derived everything with these settings at once. */
async function digestOfNew(settings: Settings, given: readonly object[]): Promise<string> {
  return withTestWorkspace(async (workspace) => {
    await writeSettings(workspace.db, settings);
    await workspace.ingestRequests(given);
    return workspace.digest();
  });
}

async function withDerived(work: (workspace: TestWorkspace) => Promise<void>): Promise<void> {
  await withTestWorkspace(async (workspace) => {
    await writeSettings(workspace.db, before);
    await workspace.ingestRequests(requests);
    await workspace.derive();
    await work(workspace);
  });
}

it("a second publish while the first is under way leaves what the second alone leaves", async () => {
  await withDerived(async (workspace) => {
    await writeSettings(workspace.db, first);
    expect(await drain(workspace, 12)).toHaveLength(12);
    expect(await behind(workspace.db)).toMatchObject({ left: 28, total: 40 });
    await writeSettings(workspace.db, second);
    expect(new Set(await drain(workspace))).toEqual(new Set(["rules"]));
    expect(await workspace.digest()).toBe(await digestOfNew(second, requests));
  });
});

it("settings that come and go within one drain leave no case behind", async () => {
  await withDerived(async (workspace) => {
    const { db, maskAnswer } = workspace;
    await writeSettings(db, first);
    const others = [second, first, second];
    let written: Promise<void> | undefined;
    await drainQueue(db, {
      ...{ now, maskAnswer },
      shouldPause: async () => {
        await written;
        return false;
      },
      onSettled: (entries) => {
        const next = entries === 0 ? undefined : others.shift();
        if (next !== undefined) written = writeSettings(db, next);
      },
    });
    await workspace.derive();
    const versions = await db.read((connection) =>
      readColumn(connection, "SELECT DISTINCT derived_with FROM cases"),
    );
    expect(versions).toEqual([(await readDerivationContext(db)).version]);
    expect(await workspace.digest()).toBe(await digestOfNew(second, requests));
  });
});

it("spans that arrive while rules are published are derived, and not after every case was judged", async () => {
  await withDerived(async (workspace) => {
    await writeSettings(workspace.db, first);
    await drain(workspace, 6);
    const late = [requests[0], requests[39]].map((_, index) =>
      supportCase({
        ...{ caseId: `C-${String(10 + index * 39)}`, idSuffix: String(200 + index) },
        startUs: startUs + index * 39 * dayUs + 3_600_000_000,
        messages: [{ who: "agent", text: "There is a fee of 4 euros for that." }],
        attributes: { channel: "chat", customer_id: `K-${String((index * 39) % 4)}` },
      }),
    );
    await workspace.ingestRequests(late);
    await writeSettings(workspace.db, second);
    const stages = await drain(workspace);
    expect(stages.filter((stage) => stage === "case")).toHaveLength(2);
    expect(stages.lastIndexOf("case")).toBeLessThan(stages.lastIndexOf("rules"));
    expect(await workspace.digest()).toBe(await digestOfNew(second, [...requests, ...late]));
  });
});

it.each([
  ["judged", first],
  ["derived", published({ ...once, title: "Say once what it costs" })],
])("a case that was written after it was read is %s again", async (_, settings) => {
  await withDerived(async (workspace) => {
    const { db } = workspace;
    await writeSettings(db, settings);
    await drain(workspace, 1);
    const entries = await readQueue(db, "rules", 100);
    const context = await readDerivationContext(db);
    const [one, other] = entries;
    if (one === undefined || other === undefined) throw new Error("Nothing waits.");
    const options = { now, maskAnswer: workspace.maskAnswer };
    const results = [
      await rejudgeCase(db, one, context, options),
      await rejudgeCase(db, other, context, options),
    ];
    await raiseRevision(db, one.key);
    const stamp = { mergeRevision: context.mergeRevision, nowUs: 1 };
    expect(await writeRejudged(db, results, stamp)).toEqual([other]);
    expect((await readQueue(db, "rules", 100)).map(({ key }) => key)).toContain(one.key);
    await workspace.derive();
    expect(await workspace.digest()).toBe(await digestOfNew(settings, requests));
  });
});

it("linking a customer does not bring back findings of before", async () => {
  await withDerived(async (workspace) => {
    const { db } = workspace;
    const early = supportCase({
      ...{ caseId: "C-00", idSuffix: "300", startUs: startUs - dayUs },
      messages: [{ who: "agent", text: "There is a fee of 3 euros for that." }],
      attributes: { channel: "chat", customer_id: "K-0" },
    });
    await workspace.ingestRequests([early]);
    await drain(workspace, 2);
    const [entry] = await readQueue(db, "customer", 1);
    if (entry === undefined) throw new Error("No customer waits.");
    const links = await linkDirtyCustomer(db, entry, await readDerivationContext(db));
    expect(links.disclosures.length).toBeGreaterThan(0);
    await writeSettings(db, first);
    const context = await readDerivationContext(db);
    const judged = await rejudgeCase(db, { key: "C-10", revision: 0 }, context, {
      ...{ now, maskAnswer: workspace.maskAnswer },
    });
    await db.write(async (connection) => {
      await enqueue(connection, "rules", ["C-10"], { revision: 0, nowUs: 1 });
      await connection.exec("DELETE FROM settings WHERE name = 'derived_with'");
    });
    expect(
      await writeRejudged(db, [judged], { mergeRevision: context.mergeRevision, nowUs: 1 }),
    ).toHaveLength(1);
    expect(await writeCustomerLinks(db, [links], 1)).toEqual([]);
    await workspace.derive();
    expect(await workspace.digest()).toBe(await digestOfNew(first, [...requests, early]));
  });
});

it.each([
  ["rule that looks across cases", published({ ...once, title: "Say once what it costs" })],
  [
    "fact of the workspace",
    { ...before, disclosureRules: { ...before.disclosureRules, facts: {} } },
  ],
  ["setting besides", { ...first, repeatWindowDays: 3 }],
])("a changed %s derives every case again", async (_, settings) => {
  await withDerived(async (workspace) => {
    const { db } = workspace;
    await db.write((connection) =>
      statement<unknown[]>(connection, "UPDATE cases SET csat = -1").run(),
    );
    await writeSettings(db, settings);
    expect(await behind(db)).toMatchObject({ left: requests.length, sinceUs: null });
    await drain(workspace);
    expect(await behind(db)).toBeNull();
    expect(await workspace.digest()).toBe(await digestOfNew(settings, requests));
  });
});

function raiseRevision(db: Database, caseId: string): Promise<void> {
  return db.write(async (connection) => {
    await statement<unknown[]>(
      connection,
      "UPDATE cases SET changed = changed + 1 WHERE case_id = ?",
    ).run(caseId);
  });
}

async function behind(db: Database) {
  return readCasesBehind(db, (await readDerivationContext(db)).version);
}
