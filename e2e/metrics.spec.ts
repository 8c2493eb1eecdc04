import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a figure is found by its words and opens the cases that it counts", async ({ page }) => {
  await showDemo(page);
  await page.goto("/metrics");
  await page.getByRole("searchbox", { name: "Find a metric" }).fill("rated");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/\/metrics\?q=rated$/u);
  const found = page.getByRole("heading", { level: 3 });
  await expect(found.filter({ hasText: "Satisfied customers" })).toBeVisible();
  await expect(found.filter({ hasText: "Case resolution" })).toBeHidden();

  const counted = page.getByRole("link", { name: /cases rated 4 or 5$/u });
  const count = /^[\d,]+/u.exec(await counted.innerText())?.[0] ?? "";
  expect(count).not.toBe("");
  await counted.click();
  const filters = page.getByRole("group", { name: "Filters in words" });
  await expect(filters).toContainText("counted in Satisfied customers: cases rated 4 or 5");
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
  await page.getByRole("link", { name: /^Remove the filter Satisfied customers/u }).click();
  await expect(page).toHaveURL(/\/cases$/u);
});

test("the contacts of a metric show the score that decided, on a phone each value within its place", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/lists/contacts?metric=groundedness.numerator");
  await expect(page.getByRole("columnheader", { name: "Grounded, worst answer" })).toBeVisible();
  await expect(page.getByRole("cell", { name: /^0\.\d+ v\d+$/u }).first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const beyond = await page
    .locator("tbody td")
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  expect(beyond).toEqual([]);
});
