import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

test("a supervisor sees what will be late, and opens the case @release", async ({ page }) => {
  await page.goto("/cases");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "SLA" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /overdue and not closed, .* at risk\./,
  );
  const first = page.getByRole("region", { name: "Overdue and at risk" }).getByRole("row").nth(1);
  await expect(first).toContainText("At risk");
  // What is left depends on when the demo ends: in the evening or on a weekend it may be no business time at all.
  await expect(first).toContainText(
    /business (time|hours?|minutes?) left|ends before business hours/u,
  );
  const link = first.getByRole("link");
  const caseId = await link.innerText();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}`));
});

test("each figure opens exactly the cases that it counts", async ({ page }) => {
  for (const query of ["", "?type=refund", "?first=chat&period=90d"]) {
    await page.goto(`/sla${query}`);
    const cards = page.getByRole("list", { name: "Figures" });
    const names = ["Overdue, not closed", "At risk", "Clock paused"];
    for (const name of names) {
      const heading = page.getByRole("heading", { level: 2, name });
      const card = cards.getByRole("listitem").filter({ has: heading });
      const value = card.getByRole("link", { name: /^[\d,]+$/ });
      if ((await value.count()) === 0) continue;
      const shown = await value.innerText();
      const href = await value.getAttribute("href");
      expect(await casesListed(page, href ?? "")).toBe(Number(shown));
    }
  }
});

test("the file has every case with a target, under the same filters", async ({ page }) => {
  await page.goto("/sla?type=refund");
  const bar = page.getByRole("figure", { name: /^\d+ of \d+ cases with a target/ });
  const label = (await bar.getAttribute("aria-label")) ?? "";
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  const file = await (await download).createReadStream();
  let text = "";
  for await (const part of file) text += String(part);
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toContain("Case id,Type,Channels,Clock,");
  expect(lines.length - 1).toBe(Number(/of (\d+) cases/.exec(label)?.[1]));
  expect(lines.slice(1).every((line) => line.includes(",refund,"))).toBe(true);
});

test("the clock's hours, its zone and where targets come from are spelled out", async ({
  page,
}) => {
  await page.goto("/sla");
  const terms = page.getByRole("list").filter({ hasText: "Each case has one clock" });
  await expect(terms).toContainText(/Mon–Fri \d\d:\d\d–\d\d:\d\d \(/);
  await expect(terms).toContainText("refund 24 h");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});

test("where no target is set it says what gives one, and leads whoever may set it there", async ({
  page,
}) => {
  await page.goto("/sla?type=account");
  await expect(page.getByText(/^No targets are set for these cases\. /u)).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(0);
  await page.getByRole("link", { name: "Set targets" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

async function casesListed(page: Page, href: string): Promise<number> {
  const file = await page.request.get(href.replace("/cases?", "/cases.csv?"));
  return (await file.text()).trimEnd().split("\r\n").length - 1;
}
