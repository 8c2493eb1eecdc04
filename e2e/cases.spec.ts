import type { Page } from "@playwright/test";
import { awkwardCaseId, quietCaseId, sendSyntheticCases } from "./synthetic-cases";
import { expect, test } from "./test";

const awkwardCase = (page: Page) => page.getByRole("link", { name: awkwardCaseId, exact: true });
const quietCase = (page: Page) => page.getByRole("link", { name: quietCaseId, exact: true });

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  await sendSyntheticCases(request, Date.now());
  await request.dispose();
});

// 200 means committed; the case follows when the worker has derived it.
test.beforeEach(async ({ page }) => {
  await expect(async () => {
    await page.goto("/cases?q=flugelhorn");
    expect(await awkwardCase(page).count()).toBe(1);
  }).toPass();
});

test("the list shows a case's journey, and filters go to the address and back", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL("/cases");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/resolved|mature/);

  await page.getByRole("searchbox", { name: "Case, customer or words" }).fill("e2e-customer");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/cases?q=e2e-customer");
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveText("1–2 of 2");
  await expect(page.getByRole("img", { name: "Chat AI, then Voice human" })).toBeVisible();

  await page.getByRole("checkbox", { name: /^SMS/ }).check();
  await expect(page).toHaveURL("/cases?channel=sms&q=e2e-customer");
  await expect(awkwardCase(page)).toBeHidden();
  await expect(quietCase(page)).toBeVisible();

  await page.getByRole("checkbox", { name: /^Unresolved/ }).check();
  await expect(page).toHaveURL("/cases?channel=sms&outcome=unresolved&q=e2e-customer");
  await expect(quietCase(page)).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL("/cases?channel=sms&q=e2e-customer");
  await expect(page.getByRole("checkbox", { name: /^Unresolved/ })).not.toBeChecked();

  await page.getByRole("link", { name: "Remove the filter SMS" }).click();
  await expect(page).toHaveURL("/cases?q=e2e-customer");
  await expect(awkwardCase(page)).toBeVisible();
});

test("sorting goes to the address and is told to a screen reader", async ({ page }) => {
  await page.goto("/cases?q=e2e-customer");
  await page.getByRole("link", { name: "Touchpoints" }).click();
  await expect(page).toHaveURL("/cases?q=e2e-customer&sort=touchpoints");
  const header = page.getByRole("columnheader", { name: "Touchpoints" });
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("row").nth(1)).toContainText(awkwardCaseId);
});

test("filters that leave nothing are listed and can be taken away", async ({ page }) => {
  await page.goto("/cases?q=flugelhorn&channel=sms&colour=red");
  await expect(page.getByText("“colour”")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing is left" })).toBeVisible();
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/cases");
});

test("a case with an awkward id opens and quotes lead to their marked words", async ({ page }) => {
  await awkwardCase(page).click();
  await expect(page).toHaveURL(`/cases/${encodeURIComponent(awkwardCaseId)}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("instrument trouble");
  await expect(page.getByRole("heading", { name: /Voice/ })).toBeVisible();
  await expect(page.getByText("555 0132")).toHaveCount(0);
  await expect(page.getByTitle(/^phone, masked/)).toBeVisible();

  const quote = page.getByRole("link", { name: /^“/ }).first();
  await quote.click();
  await expect(page).toHaveURL(/#q1$/);
  const marked = page.locator("mark:target");
  await expect(marked).toBeInViewport();
  await expect(quote).toContainText((await marked.innerText()).slice(0, 40));

  await page.reload();
  await expect(page.locator("mark:target")).toBeInViewport();
});

test("a case that nobody sent is not found, in plain words", async ({ page, complaints }) => {
  const response = await page.goto("/cases/nobody-sent-this");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such case");
  // Chromium reports the page's own 404 as a console error.
  complaints.length = 0;
});

test("the theme is chosen at once and drawn by the server from then on", async ({ page }) => {
  const html = page.locator("html");
  await expect(html).not.toHaveAttribute("data-theme");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");

  const served = await page.request.get("/cases");
  expect(await served.text()).toContain('data-theme="dark"');
  await page.reload();
  await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("button", { name: "System" }).click();
  await expect(html).not.toHaveAttribute("data-theme");
});

test("the keyboard reaches the content first, then the list", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing scrolls sideways at 390 px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await page.goto("/cases?q=flugelhorn");
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: "Filters" }).click();
    await expect(page.getByRole("checkbox", { name: /^Chat/ })).toBeVisible();
    expect(await overflow()).toBe(0);

    await awkwardCase(page).click();
    await expect(page.getByRole("heading", { name: "Transcript" })).toBeVisible();
    expect(await overflow()).toBe(0);
  });
}
