import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openWriter } from "@/lib/store/open-database";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { readValue } from "@/lib/testing/read-values";
import { runCli } from "@/lib/testing/run-cli";
import { asLines } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
import type { Locator, Page } from "@playwright/test";
import { signInAs } from "./accounts";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer;
const folder = mkdtempSync(join(tmpdir(), "throughline-rules-"));

/** Text messages that an agent began: one says how to stop them, two say it in a workspace's own words. */
const requests = [
  "Reply STOP to opt out.",
  "Answer LEAVE for no more of them.",
  "Answer LEAVE for no more of them.",
].map((words, index) =>
  supportCase({
    caseId: `S-${String(index)}`,
    idSuffix: String(10 + index),
    startUs: 1_767_600_000_000_000 + index * 60_000_000,
    messages: [
      { who: "agent", text: `Your order number 17 is on its way to you now. ${words}` },
      { who: "customer", text: "Thank you, that is good to know." },
    ],
    attributes: { channel: "sms" },
  }),
);

/** Calls in California: one says that it is recorded, one does not. */
const calls = ["This call is recorded. ", ""].map((words, index) =>
  supportCase({
    caseId: `R-${String(index)}`,
    idSuffix: String(20 + index),
    startUs: 1_767_600_000_000_000 + index * 60_000_000,
    messages: [
      { who: "agent", text: `${words}How can I help you with your order today?` },
      { who: "customer", text: "My parcel is late, where is it?" },
    ],
    attributes: { channel: "voice", region: "US-CA" },
  }),
);

test.beforeAll(async () => {
  test.setTimeout(60_000);
  const file = join(folder, "messages.jsonl");
  writeFileSync(file, asLines([...requests, ...calls]));
  server = await startOwnServer([file]);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a rule is turned on, edited, previewed and published, and past verdicts flip as previewed @release", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${server.url}/settings`);
  await page.getByRole("link", { name: "See and edit the rules" }).click();
  await page.getByRole("link", { name: "Say how to stop text messages" }).click();

  await page.getByRole("button", { name: "Turn on: show the effect" }).click();
  await expect(page.getByText("3 past verdicts change.")).toBeFocused({ timeout: 30_000 });
  await expect(page.getByRole("row", { name: /not required → given 1$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /not required → not found 2$/ })).toBeVisible();
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("heading", { name: "It is on" })).toBeVisible({ timeout: 30_000 });

  const form = page.getByRole("form", { name: "The rule as text" });
  const text = form.getByRole("textbox");
  const written = await text.inputValue();
  await text.fill(written.replace("severity: high", "severity: urgent"));
  await form.getByRole("button", { name: "Check and show the effect" }).click();
  await expect(form.getByText(/^Line \d+: severity is “urgent”, which is none of/)).toBeVisible();

  await text.fill(written.replace("any_of:\n", 'any_of:\n      - "\\\\banswer leave\\\\b"\n'));
  await form.getByRole("button", { name: "Check and show the effect" }).click();
  await expect(form.getByText("2 past verdicts change.")).toBeFocused({ timeout: 30_000 });
  await expect(form.getByRole("row", { name: /not found → given 2$/ })).toBeVisible();
  await form.getByText("The contacts").click();
  await expect(form.getByRole("link")).toHaveText(["S-1", "S-2"]);
  await form.getByRole("button", { name: /^Publish/ }).click();

  await expect(page.getByText(/version \d+, edited here/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/, published .* by .*, in force/)).toBeVisible();
  await page.goto(`${server.url}/cases/S-1`);
  await expect(page.getByText(/Say how to stop text messages: given/).first()).toBeAttached();
});

test("what no trace shows is stated, after a preview", async ({ page }) => {
  await page.goto(`${server.url}/disclosures/rules`);
  await page.getByText("Edit what is stated").click();
  const form = page.getByRole("form", { name: "What is stated, as text" });
  await form.getByRole("textbox").fill("facts:\n  debt_collector: perhaps\n");
  await form.getByRole("button", { name: "Check and show the effect" }).click();
  await expect(form.getByText("Line 2: facts.debt_collector is no true or false.")).toBeVisible();
  await form.getByRole("textbox").fill("facts:\n  debt_collector: true\n");
  await form.getByRole("button", { name: "Check and show the effect" }).click();
  await expect(form.getByText("No past verdict changes.")).toBeFocused({ timeout: 30_000 });
  await form.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("debt_collector: yes.")).toBeVisible({ timeout: 30_000 });
});

test("a reviewer decides, signs a sample off, takes its evidence pack and finds both in the audit, by keyboard alone", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await signInAs(page, server, "compliance");
  await page.goto(server.url);
  await pressOn(page, page.getByRole("link", { name: /^Recording notice on Voice: given in 1/ }));
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence.getByText("Where it had to be")).toBeVisible();
  await expect(evidence.getByText("How can I help you with your order today?")).toBeVisible();
  await keyboard.press("1");
  await expect(evidence.getByText(/^confirmed by compliance/)).toBeVisible();

  await pressOn(page, page.getByRole("link", { name: "Review samples" }));
  await expect(page.getByText(/^From 2 findings that can be evaluated: Recording/)).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Draw" }));
  await pressOn(page, page.getByRole("link", { name: "Open sample 1" }));
  await expect(page.getByRole("heading", { name: "Sample 1: 1 of 2 decided" })).toBeVisible();
  await expect(page.getByText("1 of 2 findings has no decision yet").first()).toBeVisible();
  await keyboard.press("1");
  await expect(page.getByText(/^Violations in the random part: 1 of 2 \(/)).toBeVisible();
  await tabTo(page, page.getByLabel("What was done about it, if anything"));
  await keyboard.type("Told the team.");
  await pressOn(page, page.getByRole("button", { name: "Sign off" }));
  await expect(page.getByRole("list", { name: "Sign-offs" })).toContainText("Told the team.");

  const downloading = page.waitForEvent("download");
  await pressOn(page, page.getByRole("link", { name: "Evidence pack" }).first());
  const pack = join(folder, "pack.html");
  await (await downloading).saveAs(pack);
  const args = ["verify-pack", pack, "--workspace", "main", "--json"];
  const verified = await runCli(args, { data: server.data });
  expect(verified).toMatchObject({ code: 0, stderr: "" });
  const { checksum } = checkedSchema.parse(JSON.parse(verified.stdout));

  await pressOn(page, page.getByRole("link", { name: "Audit", exact: true }));
  const rowOf = (words: string) => page.getByRole("row").filter({ hasText: words });
  await expect(rowOf("signed off a reviewed sample")).toHaveCount(1);
  const made = rowOf("made an evidence pack");
  await pressOn(page, made.getByText("Values"));
  await expect(made).toContainText(checksum);

  await pretendEarlierVersion();
  await page.goto(`${server.url}/disclosures?rule=recording-notice-all-party`);
  await expect(evidence.getByText(/^not found by rule .*, confirmed$/)).toBeVisible();
  await page.goto(`${server.url}/disclosures/rules/recording-notice-all-party`);
  const form = page.getByRole("form", { name: "The rule as text" });
  const text = form.getByRole("textbox");
  await text.fill((await text.inputValue()).replace("severity: critical", "severity: high"));
  await form.getByRole("button", { name: "Check and show the effect" }).click();
  await expect(form.getByText("No past verdict changes.")).toBeFocused({ timeout: 30_000 });
  await form.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText(/version \d+, edited here/)).toBeVisible({ timeout: 30_000 });
  await page.goto(`${server.url}/disclosures?rule=recording-notice-all-party`);
  await expect(evidence.getByText(/^not found by rule .*, confirmed$/)).toBeVisible();
  await page.goto(`${server.url}/disclosures/rules/recording-notice-all-party`);
  await page.getByRole("button", { name: "Turn off: show the effect" }).click();
  await page.getByRole("button", { name: /^Publish/ }).click({ timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "It is off" })).toBeVisible({ timeout: 30_000 });
  await page.goto(`${server.url}/disclosures/queue`);
  await expect(page.getByRole("region", { name: "2 detached decisions" })).toBeVisible();
});

test("a second reviewer sees no first decision before they judged as well, and then how far both agree", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const evidence = page.getByRole("region", { name: "Evidence" });
  const found = `${server.url}/disclosures?rule=sms-opt-out&found=given&period=all`;
  const confirm = evidence.getByRole("button", { name: "Confirm" });
  await signInAs(page, server, "compliance");
  await page.goto(`${server.url}/disclosures/samples?rule=sms-opt-out&period=all`);
  await page.getByLabel("For a second review").fill("100");
  await page.getByRole("button", { name: "Draw" }).click();
  const drawn = page.getByRole("link", { name: /^Open sample / });
  const sample = (await drawn.innerText()).replace("Open sample ", "");
  const samplePage = `${server.url}/disclosures/samples/${sample}`;
  await drawn.click();
  await page.getByLabel("Reason, needed to overturn").fill("Read in haste.");
  await page.getByRole("button", { name: "Overturn" }).click();
  for (const decided of [1, 2, 3]) {
    const title = `Sample ${sample}: ${String(decided)} of 3 decided`;
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    if (decided < 3) await confirm.click();
  }
  await expect(page.getByText("3 findings wait for a second review.").first()).toBeVisible();

  await signInAs(page, server, "admin");
  for (const address of [found, `${samplePage}?item=1`]) {
    await page.goto(address);
    await expect(evidence.getByText("It is decided.")).toBeVisible();
    await expect(confirm).toBeHidden();
    await expect(page.getByText("Read in haste")).toHaveCount(0);
    await expect(page.getByRole("cell", { name: /^(confirmed|overturned)/i })).toHaveCount(0);
  }
  await page.goto(`${server.url}/audit?action=finding-reviewed&target=S-`);
  await expect(
    page.getByText("wait for a second review is left out until it is made"),
  ).toBeVisible();
  await expect(page.getByText('"overturned"')).toHaveCount(0);
  await page.goto(`${server.url}/disclosures/queue`);
  await page.getByRole("link", { name: "3 findings of sample" }).click();
  for (const done of [0, 1, 2, 3]) {
    const title = `Second review of sample ${sample}: ${String(done)} of 3 findings done`;
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    if (done < 3) await confirm.click();
  }
  await page.goto(samplePage);
  await expect(
    page.getByText(/^Second review: 3 of 3 findings judged by two people, 2 alike; Cohen’s κ/),
  ).toBeVisible();
  await page.goto(`${found}&review=overturned`);
  await expect(evidence.getByText("Read in haste.")).toBeVisible();
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await isFocused()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not reach it.");
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

const checkedSchema = z.object({ checksum: z.string().length(64) });

/** Makes every case one of an earlier version, and waits until the server has derived them anew. */
async function pretendEarlierVersion(): Promise<void> {
  const db = await openWriter(locationIn(server.data, "main"), 10_000);
  try {
    await db.write(async (connection) => {
      await connection.exec(`UPDATE cases SET derived_with = 'earlier', csat = -1;
        UPDATE settings SET value = 'earlier' WHERE name = 'derived_with'`);
    });
    const sql = "SELECT count(*) FROM cases WHERE csat = -1";
    await expect
      .poll(() => db.read((connection) => readValue(connection, sql)), {
        timeout: 30_000,
      })
      .toBe(0);
  } finally {
    await db.close();
  }
}
