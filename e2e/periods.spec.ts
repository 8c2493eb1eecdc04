import type { Page } from "@playwright/test";
import { adminState } from "./accounts";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

const filtersOf = (page: Page) => page.getByRole("group", { name: "Filters in words" });
const periodOf = (page: Page) => filtersOf(page).getByRole("button", { name: /^Period: / });

test("last month is chosen by its name, is compared with the month before, and stays from page to page", async ({
  page,
}) => {
  await page.goto("/overview?type=refund");
  await periodOf(page).click();
  const menu = page.getByRole("dialog", { name: "Period" });
  await menu.getByRole("button", { name: "Last month", exact: true }).click();
  await expect(page).toHaveURL("/overview?type=refund&period=last-month");
  await expect(periodOf(page)).toHaveText(/^1 \w+ \d{4} – \d+ \w+ \d{4} \(last month\)$/u);
  const compared = filtersOf(page).getByRole("button", { name: /^Compare with: / });
  await expect(compared).toHaveText(/^(?:\w+) \d{4}/u);
  const navigation = page.getByRole("navigation", { name: "Main" });
  const shown = await periodOf(page).innerText();
  for (const name of ["Journeys", "SLA", "Cases", "Insights", "Overview"]) {
    await navigation.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}\\?.*period=last-month`, "u"));
    expect(new URL(page.url()).searchParams.get("type")).toBe("refund");
    await expect(periodOf(page)).toHaveText(name === "Cases" ? / – /u : shown);
  }
  await navigation.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(page).toHaveURL(/\/settings$/u);
});

test("filters stay over pages that have none, which don't show them, and over a reload of the next", async ({
  page,
}) => {
  const navigation = page.getByRole("navigation", { name: "Main" });
  const open = (name: string) => navigation.getByRole("link", { name, exact: true }).click();
  await page.goto("/overview?type=outage&period=30d");
  for (const [name, address] of [
    ["Live", /\/live$/u],
    ["Alerts", /\/alerts$/u],
    ["Data health", /\/data-health$/u],
    ["Metrics", /\/metrics\?type=outage&period=30d$/u],
    ["Settings", /\/settings$/u],
  ] as const) {
    await open(name);
    await expect(page).toHaveURL(address);
    await expect(page.getByText("Left out of the address")).toHaveCount(0);
  }
  await open("Cases");
  await expect(page).toHaveURL("/cases?type=outage&period=30d");
  const listed = page.getByRole("navigation", { name: "Pages" });
  const count = /of \d+/u.exec(await listed.innerText())?.[0] ?? "";
  await page.reload();
  await expect(listed).toContainText(count);
  await open("Cases");
  await expect(page).toHaveURL("/cases");
  await open("Alerts");
  await open("Overview");
  await expect(page).toHaveURL("/overview");
});

test("Overview, Cases, Metrics and their links are of the same 90 days @release", async ({
  page,
}) => {
  const navigation = page.getByRole("navigation", { name: "Main" });
  await page.goto("/overview");
  const shown = (await periodOf(page).innerText()).trim();
  for (const name of ["Cases", "Metrics", "Journeys", "SLA"]) {
    await navigation.getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(`/${name.toLowerCase()}`);
    await expect(periodOf(page)).toHaveText(shown);
  }
  await navigation.getByRole("link", { name: "Insights", exact: true }).click();
  await expect(page).toHaveURL("/insights");
  await expect(page.getByText("This covers cases of any time; other pages")).toBeVisible();
});

test("one's own days are chosen by keyboard and keep the other filters", async ({ page }) => {
  await page.goto("/overview?type=refund&compare=none&period=30d");
  await periodOf(page).focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "Period" });
  await menu.getByLabel("From").fill("2026-09-01");
  await menu.getByLabel("To, inclusive").fill("2026-09-15");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/overview?type=refund&compare=none&from=2026-09-01&to=2026-09-15");
  await expect(periodOf(page)).toHaveText("1 Sept 2026 – 15 Sept 2026");
});

test("on a phone the filters are one line that opens", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/overview", "/journeys", "/disclosures", "/sla"]) {
    await page.goto(`${path}?type=refund&region=EU&period=30d`);
    const line = page.getByRole("button", { name: /^\d+ \w+( \d+)? – .+ · .+ · \d filters?$/u });
    await expect(line).toHaveAttribute("aria-expanded", "false");
    expect((await line.boundingBox())?.height).toBeLessThan(48);
    await expect(filtersOf(page)).toBeHidden();
    await line.click();
    await periodOf(page).click();
    const menu = page.getByRole("dialog", { name: "Period" });
    await expect(menu.getByRole("button", { name: "Show these days" })).toBeInViewport({
      ratio: 1,
    });
    await page.keyboard.press("Escape");
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});

test("one's own days need no scripts", async ({ browser, server }) => {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, storageState: adminState, baseURL: server.url },
  });
  const page = await context.newPage();
  await showDemo(page);
  await page.goto("/journeys?type=refund&period=30d");
  const form = page.locator("form", { hasText: "Show these days" });
  await form.getByLabel("From").fill("2026-09-01");
  await form.getByLabel("To, inclusive").fill("2026-09-15");
  await form.getByRole("button", { name: "Show these days" }).click();
  await expect(page).toHaveURL(/\/journeys\?type=refund&from=2026-09-01&to=2026-09-15$/u);
  await context.close();
});
