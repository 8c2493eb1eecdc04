import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { planRules } from "@/lib/disclosures/plan-rules";
import { readRules } from "@/lib/disclosures/yaml/read-rules";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { DisclosureFlips } from "@/lib/domain/settings/settings-effect";
import { readCase } from "@/lib/store/cases/read-case";
import type { Database } from "@/lib/store/port";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { previewRules } from "./preview-rules";
import { previewOnCopies, previewSettings } from "./preview-settings";

const asOfUs = 1_780_000_000_000_000;
const startUs = 1_767_600_000_000_000;
const hi = { who: "customer", text: "What does it cost to send my order again?" } as const;

/** The second sentence of an agent's answer, by channel and contact. */
const said = [
  ["chat", "There is a fee of 3 euros for that."],
  ["chat", "I have sent it again for you now."],
  ["chat", "There is a charge of 3 euros for that."],
  ["sms", "There is a charge of 3 euros for that."],
  ["sms", "There is a fee of 3 euros for that."],
  ["email", "There is a charge of 3 euros for that."],
] as const;

const requests = said.map(([channel, text], index) =>
  supportCase({
    caseId: `C-${String(index)}`,
    idSuffix: String(10 + index),
    startUs: startUs + index * 60_000_000,
    messages: [hi, { who: "agent", text: `Thank you for waiting. ${text}` }],
    attributes: { channel },
  }),
);

const late = supportCase({
  ...{ caseId: "C-9", idSuffix: "99", startUs },
  messages: [hi, { who: "agent", text: "Thank you for waiting." }],
  attributes: { channel: "chat" },
});

function rule(channels: string, pattern: string): string {
  return `
id: our-fees
title: Say what it costs
jurisdictions: ["*"]
source: Our policy
severity: high
default_on: true
trigger: always
channels: [${channels}]
speaker: agent
elements:
  - { key: fee, mode: verbatim, any_of: ["${pattern}"] }
`;
}

function publish(text: string, current = defaultSettings) {
  const { drafts } = readRules(text);
  const { settings, problems } = planRules(
    ...([current.disclosureRules, drafts, { atUs: 1, by: "ann" }, new Map()] as const),
  );
  expect(problems).toEqual([]);
  return { ...current, disclosureRules: settings };
}

it("lists exactly the verdicts that flip when an edited rule is published", async () => {
  await withTestWorkspace(async (workspace) => {
    const { db } = workspace;
    await workspace.ingestRequests(requests);
    await workspace.derive();

    const first = publish(rule("chat, sms", "fee of"));
    await expectFlips(workspace, first, [
      "C-0 chat: not_required → given",
      "C-1 chat: not_required → missing",
      "C-2 chat: not_required → missing",
      "C-3 sms: not_required → missing",
      "C-4 sms: not_required → given",
    ]);
    const second = publish(rule("chat, email", "charge of"), first);
    const flips = await expectFlips(workspace, second, [
      "C-0 chat: given → missing",
      "C-2 chat: missing → given",
      "C-3 sms: missing → not_required",
      "C-4 sms: given → not_required",
      "C-5 email: not_required → given",
    ]);
    expect(flips.counts).toHaveLength(5);
    expect((await verdicts(db)).get("C-1 chat")).toBe("missing");

    // A new title is a new version and no other verdict.
    const renamed = rule("chat, email", "charge of").replace("Say what", "Name what");
    await expectFlips(workspace, publish(renamed, second), []);
  });
});

it("does not answer from the stored cases where they do not tell", async () => {
  await withTestWorkspace(async (workspace) => {
    const { folder } = workspace;
    await workspace.ingestRequests(requests);
    const edited = publish(rule("chat, sms", "fee of"));
    const answer = (settings: typeof defaultSettings) =>
      previewRules(locationIn(folder, "main"), settings, () => undefined);
    // Cases wait to be derived.
    expect(await answer(edited)).toBeNull();
    await workspace.derive();
    expect(await answer(edited)).toMatchObject({ touched: 6 });
    // What has come in since is left out.
    await workspace.ingestRequests([late]);
    expect(await answer(edited)).toMatchObject({ touched: 6 });
    await workspace.derive();
    expect(await answer(edited)).toMatchObject({ touched: 7 });
    const idle = { ...edited.closeIdleDays, voice: edited.closeIdleDays.voice + 1 };
    expect(await answer({ ...edited, closeIdleDays: idle })).toBeNull();
    const facts = { ...edited.disclosureRules, facts: { debt_collector: true } };
    expect(await answer({ ...edited, disclosureRules: facts })).toBeNull();
    const ofCustomer = rule("chat, sms", "fee of").replace(
      "speaker:",
      "scope: once_per_customer\nspeaker:",
    );
    expect(await answer(publish(ofCustomer))).toBeNull();
  });
});

/** Previews, then publishes, and compares both with what was stored before and after. */
async function expectFlips(
  workspace: TestWorkspace,
  settings: typeof defaultSettings,
  expected: readonly string[],
): Promise<DisclosureFlips> {
  const { db } = workspace;
  const flips = await preview(workspace, settings);
  const before = await verdicts(db);
  await writeSettings(db, settings);
  await workspace.derive();
  const after = await verdicts(db);
  const stored = [...after]
    .filter(([contact, status]) => status !== (before.get(contact) ?? "not_required"))
    .map(([contact, to]) => `${contact}: ${before.get(contact) ?? "not_required"} → ${to}`);
  expect(stored).toEqual(expected);
  expect(
    flips.contacts.map(({ caseId, channel, from, to }) => `${caseId} ${channel}: ${from} → ${to}`),
  ).toEqual(expected);
  expect(flips.total).toBe(expected.length);
  expect(flips.counts.reduce((sum, each) => sum + each.contacts, 0)).toBe(expected.length);
  return flips;
}

async function preview(
  { folder, maskAnswer }: TestWorkspace,
  settings: typeof defaultSettings,
): Promise<DisclosureFlips> {
  const path = locationIn(folder, "main");
  const options = {
    ...{ path, settings, now: () => asOfUs, maskAnswer, onProgress: () => undefined },
    folder: emptyFolder(folder),
  };
  const { effect, copy } = await previewSettings(options);
  expect(copy).toBeNull();
  const onCopies = await previewOnCopies({ ...options, folder: emptyFolder(folder) });
  expect(effect).toEqual(onCopies.effect);
  return effect.disclosures;
}

function emptyFolder(folder: string): string {
  const copies = join(folder, "copies");
  mkdirSync(copies, { recursive: true });
  return mkdtempSync(`${copies}/`);
}

/** What is stored of the rule, by "C-0 chat". */
async function verdicts(db: Database): Promise<ReadonlyMap<string, string>> {
  const cases = await Promise.all((await listCaseIds(db)).map((caseId) => readCase(db, caseId)));
  return new Map(
    cases.flatMap((each) =>
      (each?.knowledge?.disclosures ?? [])
        .filter((disclosure) => disclosure.rule === "our-fees")
        .map(({ status, interaction }): [string, string] => [
          `${each?.row.caseId ?? ""} ${each?.derived.interactions[interaction]?.channel ?? ""}`,
          status,
        ]),
    ),
  );
}
