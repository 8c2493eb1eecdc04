import type { Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { awkwardCaseId, sendSyntheticCases } from "./synthetic-cases";
import { adminRequest } from "./accounts";
import { expect, test } from "./test";

const awkwardCase = (page: Page) => page.getByRole("link", { name: awkwardCaseId, exact: true });

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  await sendSyntheticCases(request, nowUs() / 1000);
  await request.dispose();
});

// 200 means committed; the case appears once the worker has derived it.
test.beforeEach(async ({ page }) => {
  await expect(async () => {
    await page.goto("/cases?q=flugelhorn");
    expect(await awkwardCase(page).count()).toBe(1);
  }).toPass();
});

test("a case with an awkward id opens and quotes lead to their marked words @release", async ({
  page,
}) => {
  await awkwardCase(page).click();
  const opened = `/cases/${encodeURIComponent(awkwardCaseId)}?list=q%3Dflugelhorn`;
  await expect(page).toHaveURL(`${opened}#m0w1`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Instrument trouble");
  await expect(page.getByRole("heading", { name: /Voice/ }).first()).toBeVisible();
  await expect(page.getByText("555 0132")).toHaveCount(0);
  await expect(page.getByTitle(/^phone, masked/).first()).toBeVisible();

  await page
    .getByText(/^\d+ scores? and why$/u)
    .first()
    .click();
  const quote = page.locator('a[href*="#q"]').first();
  await quote.click();
  await expect(page).toHaveURL(/#q1$/);
  const marked = page.locator("mark:target");
  await expect(marked).toBeInViewport();
  await expect(quote).toContainText(((await marked.textContent()) ?? "").slice(0, 40));

  await page.reload();
  await expect(page.locator("mark:target")).toBeInViewport();

  const segment = encodeURIComponent(awkwardCaseId);
  const pack = await page.request.get(`/cases/${segment}/pack`);
  const read = await page.request.get(`/api/v1/cases/${segment}`);
  expect([pack.status(), read.status()]).toEqual([200, 200]);
});

test("an unknown case is not found, in plain words @release", async ({ page, complaints }) => {
  const response = await page.goto("/cases/nobody-sent-this");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such case");
  // Chromium reports the page's own 404 as a console error.
  complaints.length = 0;
});
