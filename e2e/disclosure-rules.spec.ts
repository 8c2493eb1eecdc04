import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asLines } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
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

test.beforeAll(async () => {
  test.setTimeout(60_000);
  const file = join(folder, "messages.jsonl");
  writeFileSync(file, asLines(requests));
  server = await startOwnServer([file]);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a rule is turned on, edited, previewed and published, and past verdicts flip as previewed", async ({
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
