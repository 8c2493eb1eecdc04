import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { roles, type Role } from "@/lib/domain/people/permission";
import { homeOf } from "@/lib/format/layout/navigation";
import { signInByRequest, testPassword } from "./accounts";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";
import { idsOf, writeTwoRegions } from "./two-regions";

const eu = idsOf("EU");
const us = idsOf("US");
let server: OwnServer;

test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async ({ playwright }, info) => {
  const file = writeTwoRegions(info.outputPath("regions.jsonl"));
  server = await startOwnServer([file], { accounts: "none" });
  for (const role of roles) {
    const request = await playwright.request.newContext();
    await signInByRequest(request, server, role);
    await request.dispose();
  }
});
test.afterEach(async ({ page }) => {
  await page.goto("about:blank");
});
test.afterAll(async () => {
  await server.stop();
});

/** Navigation entries, in order, of everybody who may read cases and be told of figures. */
const reports = [
  "Overview",
  "Live",
  "Alerts",
  "Cases",
  "Journeys",
  "Handoffs",
  "Persona",
  "Disclosures",
  "PII",
  "Compare",
  "SLA",
  "Insights",
  "Quality",
  "Metrics",
];

test("a CX lead keeps a view and takes the list away @release", async ({ page }) => {
  await signIn(page, "cx");
  await expectPlaces(page, reports);
  await page.goto(`${server.url}/cases?channel=chat`);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Chats");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("menuitem", { name: "Chats", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toBe("cases.csv");

  await page.goto(`${server.url}/cases/${eu.cases}`);
  await change(page, "Write a note…");
  const note = page.getByRole("dialog", { name: "Write a note" });
  await note.getByLabel("Note").fill("Not mine to write.");
  await note.getByRole("button", { name: "Save note" }).click();
  await expect(note).toContainText("sign in as Supervisor or Admin");
});

test("a supervisor writes a note and merges two cases @release", async ({ page }) => {
  await signIn(page, "supervisor");
  await expectPlaces(page, [...reports, "Releases", "Data health"]);
  await page.goto(`${server.url}/cases/${us.cases}`);
  await change(page, "Write a note…");
  const note = page.getByRole("dialog", { name: "Write a note" });
  await note.getByLabel("Note").fill("The same bassoon twice.");
  await note.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByText("The same bassoon twice.")).toBeVisible();
  await change(page, "Merge into another case…");
  const merge = page.getByRole("dialog", { name: "Merge into another case" });
  await merge.getByLabel("Id of the other case").fill(eu.cases);
  await merge.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Merged into ${eu.cases}`);
});

test("an engineer sends a file and reads a trace @release", async ({ page }, info) => {
  await signIn(page, "engineer");
  const read = reports.filter((name) => name !== "Alerts");
  await expectPlaces(page, [...read, "Releases", "Data health", "Ingest", "Settings"]);
  const file = info.outputPath("closed-cases.csv");
  writeFileSync(file, "id,customer,subject\nU1,u-1,refund\nU2,u-2,outage\n");
  await page.getByRole("link", { name: "Ingest" }).click();
  await page.getByLabel("Files to ingest").setInputFiles(file);
  const sent = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
  const row = sent.filter({ hasText: "closed-cases.csv" });
  await expect(row).toContainText("2 CRM records");
  await page.goto(`${server.url}/traces/${eu.traces}`);
  await expect(page.getByText("My bassoon arrived without a bocal.").first()).toBeVisible();
});

test("a compliance reviewer reads a case and then who read lists before @release", async ({
  page,
}) => {
  await signIn(page, "compliance");
  const read = reports.filter((name) => name !== "Alerts" && name !== "Insights");
  await expectPlaces(page, [...read, "Data health", "Audit"]);
  const refused = await page.request.get(`${server.url}/access`);
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toMatch(/You may not open this page.*sign in as [A-Z]/su);
  await page.goto(`${server.url}/cases/${eu.cases}`);
  await expect(page.getByText("My bassoon arrived without a bocal.").first()).toBeVisible();
  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("each as it was written");
  await page.locator("select[name=action]").selectOption({ label: "was refused" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/action=refused/u);
  await expect(page.getByRole("row").filter({ hasText: "compliance" })).toHaveCount(1);
});

test("an admin adds a person and changes the settings @release", async ({ page }) => {
  await signIn(page, "admin");
  await expectPlaces(page, [
    ...reports,
    "Releases",
    "Data health",
    "Ingest",
    "Settings",
    "Access",
    "Audit",
  ]);
  await page.getByRole("link", { name: "Access" }).click();
  const person = page.getByRole("form", { name: "Add a person" });
  await person.getByLabel("Name").fill("Grace");
  await person.getByLabel("E-mail").fill("grace@example.com");
  await person.getByRole("button", { name: "Add person" }).click();
  await expect(person.getByText(/^http/u)).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  const form = page.getByRole("form", { name: "Times on pages" });
  await form.getByLabel("Display time zone").fill("Asia/Kolkata");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Times in Asia/Kolkata")).toBeVisible();
});

/** Signs in by the form and waits for the role's start page. */
async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto(server.url);
  await expect(page).toHaveURL(`${server.url}/sign-in`);
  await page.getByLabel("E-mail").fill(`${role}@example.com`);
  await page.getByLabel("Password").fill(testPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`${server.url}${homeOf[role]}`);
}

/** The navigation has the given entries; what each role may open is in e2e/access-matrix.spec.ts. */
async function expectPlaces(page: Page, open: readonly string[]): Promise<void> {
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link")).toHaveText(open);
}

async function change(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: "Change this case" }).click();
  await page.getByRole("menuitem", { name: label }).click();
}
