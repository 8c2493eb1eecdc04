import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";
import { violations } from "./violations";

/** Expects the displayed list to state this count. */
async function expectListed(page: Page, count: string): Promise<void> {
  await expect(page.getByText(new RegExp(`^\\d+–\\d+ of ${count}$`, "u"))).toBeVisible();
}

/** A card or chart by the beginning of its heading. */
function panel(page: Page, heading: RegExp) {
  return page
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 2, name: heading }) });
}

test.describe.configure({ mode: "parallel" });
test.beforeEach(async ({ page }) => {
  await showDemo(page);
  await page.goto("/overview");
});

test("each finding opens the panel that shows it @release", async ({ page }) => {
  const links = page
    .getByRole("region", { name: "Findings" })
    .getByRole("link", { name: /^(?!Alert me)/u });
  await expect(links).not.toHaveCount(0);
  const hrefs = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  const anchored = hrefs.filter((href) => href.includes("#"));
  expect(anchored.length).toBeGreaterThan(0);
  for (const href of anchored) {
    await page.locator(`a[href="${href}"]`).first().click();
    await expect(page).toHaveURL(href);
    await expect(page.locator(href.slice(href.indexOf("#")))).toBeInViewport();
    await page.goBack();
  }
});

test("a CX lead reads whether cases are resolved, and opens what became of them @release", async ({
  page,
}) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^\d+% of cases were resolved with evidence, .+ the 90 days before \(\d+%\)\./u,
  );
  const ladder = panel(page, /old enough to judge were resolved with evidence$/u);
  for (const outcome of ["Resolved, verified", "Closed, unproven", "Never closed"]) {
    const part = ladder.getByRole("link", { name: outcome });
    const count = /(\d+)\s+\d+%$/u.exec(await part.innerText())?.[1] ?? "";
    expect(count).not.toBe("");
    await part.click();
    await expect(page).toHaveURL(/\/cases\?/u);
    await expectListed(page, count);
    await page.goBack();
  }
});

test("the parts of the change are behind a button, and open their cases", async ({ page }) => {
  await page.getByRole("button", { name: "What changed…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toContainText(/contributes most to (?:the|a) change/u);
  await dialog.getByRole("listitem").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/cases\?.*type=/u);
});

test("it has at most 220 numbers in less than two screens, and says what a figure rests on one click away", async ({
  page,
}) => {
  const main = page.getByRole("main");
  const numbers = (await main.innerText()).match(/\d+(?:[.,:]\d+)*/gu) ?? [];
  expect(numbers.length).toBeLessThan(220);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Case resolution" })
    .getByRole("button", { name: "How Case resolution is counted" })
    .click();
  await expect(page.getByRole("dialog", { name: "Case resolution" })).toContainText(
    /points \(.+\) against the 90 days before.*\d+ of \d+ cases can be judged/su,
  );
});

test("the cases that cost most are a file too, a line each", async ({ page }) => {
  const costly = panel(page, /unresolved cases took \d+ contacts more than usual for their type$/u);
  const rows = await costly.getByRole("row").count();
  const link = costly.getByRole("link", { name: /^CSV: / });
  const file = decodeURIComponent((await link.getAttribute("href")) ?? "").replace(/^[^,]*,/u, "");
  const lines = file.trimEnd().split("\r\n");
  expect(lines[0]).toBe("Case,Type,Journey,Contacts,Usual,What went wrong,Outcome");
  expect(lines).toHaveLength(rows);
});

test("a content customer whose case was never closed stands among those neither resolved nor likely to be", async ({
  page,
}) => {
  const cell = panel(page, /looked fine but were not resolved$/u)
    .getByRole("row", { name: /^Rated 4 or 5/u })
    .getByRole("link")
    .nth(2);
  const count = /^\d+/u.exec(await cell.innerText())?.[0] ?? "";
  await cell.click();
  await expectListed(page, count);
  const happy = page.getByRole("row").filter({ hasText: "Never closed" }).first();
  await happy.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/never closed/iu);
});

test("the filters are a sentence whose parts change the address and every figure", async ({
  page,
}) => {
  const filters = page.getByRole("group", { name: "Filters in words" });
  await filters.getByRole("button", { name: /^all case types/u }).click();
  await page.getByRole("menuitemradio", { name: /^refund/u }).click();
  await expect(page).toHaveURL(/\/overview\?type=refund$/u);
  await filters.getByRole("button", { name: /^Compare with/u }).click();
  await page.getByRole("menuitemradio", { name: "nothing", exact: true }).click();
  await expect(page).toHaveURL(/compare=none/u);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("before");
  const all = page.getByRole("link", { name: /^All \d+ cases not resolved with evidence$/u });
  const count = /\d+/u.exec(await all.innerText())?.[0] ?? "";
  await all.click();
  await expect(page).toHaveURL(/type=refund/u);
  await expectListed(page, count);
});

test("its tables can be opened, and break no rule of accessibility", async ({ page }) => {
  for (const summary of await page.getByText("Show as table", { exact: true }).all()) {
    await summary.click();
  }
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await violations(page), `at ${String(width)} px`).toEqual([]);
  }
});
