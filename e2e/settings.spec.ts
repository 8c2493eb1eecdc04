import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { asLines } from "@/lib/testing/spans/otlp";
import { ticketSpans } from "@/lib/testing/spans/ticket-spans";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer;
const folder = mkdtempSync(join(tmpdir(), "throughline-settings-"));

test.beforeAll(async () => {
  const file = join(folder, "tickets.jsonl");
  writeFileSync(file, asLines(ticketSpans({ spans: 300, cases: 60, key: "ticket_no" })));
  server = await startOwnServer([file]);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a preview can be cancelled, and leaves nothing behind @release", async ({ page }) => {
  const form = await openForm(page, "Attribute names");
  await form
    .getByRole("combobox", { name: "A further key for Case", exact: true })
    .fill("ticket_no");
  await page.keyboard.press("Enter");
  await form.getByRole("button", { name: "Show the effect" }).press("Enter");
  await form.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(form.getByRole("button", { name: "Show the effect" })).toBeVisible();
  await expect.poll(previewFolders).toEqual([]);
  await form.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(form.getByRole("button", { name: "Remove ticket_no" })).toBeHidden();
});

test("an invalid value is reported at its field", async ({ page }) => {
  const form = await openForm(page, "Contacts, closing and maturity");
  await form.getByLabel("Horizon").fill("soon");
  await form.getByRole("button", { name: "Show the effect" }).click();
  const sentence = "Write a number from 0.01 to 730 (days).";
  await expect(form.getByLabel("Horizon")).toHaveAccessibleDescription(
    new RegExp(`^${escaped(sentence)}`),
  );
  await form.getByLabel("Horizon").fill("30");
  await expect(form.getByText(sentence)).toBeHidden();
});

test("the display time zone changes no case and applies to every page", async ({ page }) => {
  const form = await openForm(page, "Times on pages");
  await form.getByLabel("Display time zone").fill("Asia/Kolkata");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await expect(form.getByText("No case changes: 0 spans get another case.")).toBeVisible();
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("Saved. No case changed: 0 spans got another case.")).toBeVisible();
  await expect(page.getByText("Times in Asia/Kolkata")).toBeVisible();
  for (const [name, path] of [
    ["Cases", "/cases"],
    ["Quality", "/quality"],
    ["Data health", "/data-health"],
  ] as const) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.waitForURL(`${server.url}${path}`);
    await page.reload();
    await expect(page.getByText("Times in Asia/Kolkata")).toBeVisible();
  }
  await expect(page.getByText(/as of .* Asia\/Kolkata/iu)).toBeVisible();
  await page.locator('a[href="/account"]').click();
  const began = page.getByRole("table").locator("time").first();
  const instant = new Date((await began.getAttribute("datetime")) ?? "");
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Kolkata" } as const;
  await expect(began).toContainText(instant.toLocaleTimeString("en-GB", clock));
});

test("an approved persona contract is in force and names its approver", async ({ page }) => {
  const form = await openForm(page, "Persona contract");
  await expect(form.getByText("No contract is in force")).toBeVisible();
  await form.getByLabel("In force: I approve these terms").check();
  await form.getByLabel("Every channel: Formality, target (of 5)").fill("9");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await expect(form.getByText("Write a number from 1 to 5 (of 5).")).toBeVisible();

  await form.getByLabel("Every channel: Formality, target (of 5)").fill("2");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await form.getByRole("button", { name: /^Save/ }).click();
  await expect(form.getByText(/^Version 1 is in force, approved by/)).toBeVisible({
    timeout: 60_000,
  });
});

// Last, since it assigns the spans to cases, which earlier tests expect to have none.
test("an alias shows its effect, then gives 300 spans their cases, and outlives a restart", async ({
  page,
}) => {
  const form = await openForm(page, "Attribute names");
  await form.getByRole("button", { name: "Read as case: ticket_no" }).click();
  await form.getByRole("button", { name: "Show the effect" }).click();
  await expect(form.getByText("This touches 60 cases: 300 spans get a case.")).toBeFocused();
  await expect(form.getByRole("row", { name: "New cases 60" })).toBeVisible();
  expect(previewFolders()).toHaveLength(1);

  await form.getByRole("button", { name: "Save and re-derive 60 cases" }).click();
  const saved = "Saved. This touched 60 cases: 300 spans got a case.";
  await expect(form.getByText(saved)).toBeVisible({ timeout: 60_000 });
  await expect.poll(previewFolders).toEqual([]);
  await expectCases(page);

  await page.goto("about:blank");
  await server.restart();
  await expectCases(page);
  const again = await openForm(page, "Attribute names");
  await expect(again.getByRole("button", { name: "Remove ticket_no" })).toBeVisible();
});

async function openForm(page: Page, name: string): Promise<Locator> {
  await page.goto(`${server.url}/settings`);
  return page.getByRole("form", { name });
}

async function expectCases(page: Page): Promise<void> {
  await page.goto(`${server.url}/cases/N-1059`);
  await expect(page.getByText("Where is my parcel number 59?").first()).toBeVisible();
  await page.goto(`${server.url}/cases`);
  await expect(page.getByText("1–50 of 60").first()).toBeVisible();
}

function previewFolders(): string[] {
  return readdirSync(server.data).filter((name) => name.startsWith("preview-"));
}

function escaped(text: string): string {
  return text.replace(/[.()]/gu, "\\$&");
}
