import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

const countIn = (words: string) => Number(/\d+/u.exec(words)?.[0]);

/** Waits until the Cases page says that it lists so many. */
async function expectCases(page: Page, count: number) {
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect(pages).toContainText(new RegExp(`^1–\\d+ of ${String(count)}$`, "u"));
}

test("a VP finds who resolves outages faster and how, and reads it in a case", async ({ page }) => {
  await showDemo(page);
  await page.goto("/overview");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await navigation.getByRole("link", { name: "Insights" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Calling reset_port in the first contact goes with faster, lasting resolutions of outage cases",
  );
  const steps = page.getByRole("region", { name: "What faster resolvers do" });
  await expect(steps).toContainText("Network north");
  const quote = steps.getByRole("list", { name: "Quotes" }).getByRole("listitem").first();
  await expect(quote).toContainText(/reset (your|the) port/u);
  const link = quote.getByRole("link");
  const caseId = await link.innerText();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}.*#`, "u"));
});

test("a VP finds the outage that keeps coming back, what held in the end, and its cases", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/insights");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Calling swap_line_card in the last contact goes with “line drops” not coming back",
  );
  const back = page.getByRole("region", { name: "What came back" });
  const matter = back.locator("section").filter({ hasText: "“line drops”" }).first();
  await expect(matter).toContainText(/\d+ of \d+ customers \(\d+–\d+%\)/u);
  await expect(matter).toContainText("What held: swap_line_card called in the last contact");
  await expect(matter.getByRole("list", { name: "Quotes" })).toContainText("line card");
  const cases = matter.getByRole("link", { name: /^\d+ cases$/u });
  const count = countIn(await cases.innerText());
  await cases.click();
  await expect(page).toHaveURL(/\/cases\?.*returns=line\+drops/u);
  await expectCases(page, count);
  await page.getByRole("link", { name: "Remove the filter “line drops”" }).click();
  await expect(page).not.toHaveURL(/returns=/u);
});

test("topics are named in customers’ words, and one opens its cases", async ({ page }) => {
  await showDemo(page);
  await page.goto("/insights");
  const topics = page.getByRole("region", { name: "Topics" });
  for (const name of ["Late fee", "Cancelled order", "Line drops"])
    await expect(topics.getByRole("cell", { name: new RegExp(`^${name}`, "u") })).toBeVisible();
  const link = topics.getByRole("link", { name: /Cases: Late fee/u });
  const count = countIn(await link.innerText());
  await link.click();
  await expect(page).toHaveURL(/\/cases\?.*topic=late\+fee/u);
  await expectCases(page, count);
  await page.reload();
  await expectCases(page, count);
});

test("an issue without a difference says so", async ({ page }) => {
  await showDemo(page);
  await page.goto("/insights?type=billing");
  const steps = page.getByRole("region", { name: "What faster resolvers do" });
  await expect(steps).toContainText("No step clearly goes with faster resolutions");
  const row = steps.getByRole("row").filter({ hasText: "Billing" });
  await expect(row).toContainText("No clear difference");
  await row.getByRole("link", { name: "Billing" }).click();
  await expect(page).toHaveURL(/\/cases\?.*type=billing/u);
});
