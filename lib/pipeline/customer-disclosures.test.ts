import fc from "fast-check";
import { expect, it } from "vitest";
import { planRules } from "@/lib/disclosures/plan-rules";
import { readRules } from "@/lib/disclosures/yaml/read-rules";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import { enqueue, readQueue } from "@/lib/store/queue";
import { readCase } from "@/lib/store/cases/read-case";
import { readVerdicts } from "@/lib/store/cases/verdicts";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { runs } from "@/lib/testing/runs";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { linkCustomer } from "./derive/link-dirty-customer";

const dayUs = 86_400_000_000;
const startUs = 1_767_600_000_000_000;

const ofFees = {
  title: "Say what it costs",
  jurisdictions: ["*"],
  source: "Our policy",
  severity: "high",
  default_on: true,
  trigger: "always",
  channels: ["voice", "chat", "sms"],
  speaker: "agent",
  elements: [{ key: "fee", mode: "verbatim", any_of: ["fee of"] }],
};
const text = JSON.stringify([
  { ...ofFees, id: "once", scope: "once_per_customer" },
  { ...ofFees, id: "weekly", scope: "once_per_period", period_days: 7 },
]);
const planned = planRules(
  ...([
    { ...defaultSettings.disclosureRules, on: ["tcpa-optout-honoured"] },
    readRules(text).drafts,
    { atUs: 1, by: "ann" },
    new Map(),
  ] as const),
);
const settings = { ...defaultSettings, disclosureRules: planned.settings };

const agent = (words: string) => ({ who: "agent", text: words }) as const;
const customer = (words: string) => ({ who: "customer", text: words }) as const;

/** One customer's cases by day, and a case of another one who is told nothing. */
const cases = [
  {
    ...{ caseId: "C-1", day: 0, channel: "voice" },
    messages: [
      agent("Hello, there is a fee of 3 euros for that."),
      customer("Please stop texting me."),
      agent("Of course. You will no longer receive texts from us."),
    ],
  },
  {
    ...{ caseId: "C-2", day: 5, channel: "sms" },
    messages: [agent("You will no longer receive texts."), agent("Big sale at our store today.")],
  },
  {
    ...{ caseId: "C-3", day: 10, channel: "chat" },
    messages: [customer("What does it cost to send it again?"), agent("I will look that up.")],
  },
  {
    ...{ caseId: "C-4", day: 12, channel: "sms" },
    messages: [customer("START"), agent("Welcome back, there is a fee of 3 euros for that.")],
  },
  {
    ...{ caseId: "C-5", day: 14, channel: "sms" },
    messages: [agent("Big sale at our store today.")],
  },
  {
    ...{ caseId: "X-1", day: 14, channel: "sms" },
    messages: [agent("Big sale at our store today.")],
  },
].map(({ caseId, day, channel, messages }, index) =>
  supportCase({
    ...{ caseId, messages, idSuffix: String(10 + index), startUs: startUs + day * dayUs },
    attributes: { channel, region: "US-TX", customer_id: caseId === "X-1" ? "K-2" : "K-1" },
  }),
);

/** Rules without a verdict were not required. */
const expected = {
  "C-1": ["once given", "tcpa-optout-honoured given", "weekly given"],
  "C-2": ["tcpa-optout-honoured missing"],
  "C-3": ["weekly missing"],
  "C-4": ["weekly given"],
  "C-5": [],
  "X-1": ["once missing", "weekly missing"],
};

/** The order in which the cases arrive, and after which of them the queue is drained. */
const arrivals = fc.tuple(
  fc.shuffledSubarray([...cases.keys()], { minLength: cases.length }),
  fc.array(fc.boolean(), { minLength: cases.length, maxLength: cases.length }),
);

it("what a customer was told or revoked in one case counts in later ones, however they arrive", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ([order, drained]) => {
      await withTestWorkspace(async (workspace) => {
        await writeSettings(workspace.db, settings);
        for (const [index, at] of order.entries()) {
          await workspace.ingestRequests(cases.slice(at, at + 1));
          if (drained[index] === true) await workspace.derive();
        }
        await workspace.derive();
        expect(await verdictsOf(workspace)).toEqual(expected);
        const stored = await readCase(workspace.db, "C-3");
        expect(stored?.row.contactRows).toMatchObject([{ disclosures: "missing" }]);
        const broken = await readCase(workspace.db, "C-2");
        expect(broken?.knowledge?.disclosures).toContainEqual(
          expect.objectContaining({
            rule: "tcpa-optout-honoured",
            quote: { message: 1, start: 0, end: 28 },
            because: expect.stringMatching(
              / sms on 2026-01-10, .* voice on 2026-01-05 in another case\.$/u,
            ) as string,
          }),
        );
      });
    }),
    { numRuns: runs(24) },
  );
});

it("a customer with too many cases has each judged alone again", async () => {
  await withTestWorkspace(async ({ db, ...workspace }) => {
    await writeSettings(db, settings);
    await workspace.ingestRequests(cases.slice(0, 3));
    await workspace.derive();
    const stamp = { revision: 1_000_000, nowUs: 1 };
    await db.write(async (connection) => {
      await enqueue(connection, "customer", ["K-1"], stamp);
    });
    const entry = { key: "K-1", revision: stamp.revision };
    const links = await linkCustomer(db, entry, settings, 2);
    await writeCustomerLinks(db, [links], 1);
    const waiting = await readQueue(db, "case", 10);
    expect(waiting.map(({ key }) => key)).toEqual(["C-1", "C-2", "C-3"]);
  });
});

async function verdictsOf({ db }: TestWorkspace): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const caseId of Object.keys(expected)) {
    const verdicts = await readVerdicts(db, caseId);
    found[caseId] = verdicts.map(({ rule, status }) => `${rule} ${status}`).toSorted();
  }
  return found;
}
