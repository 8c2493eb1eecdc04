import type { Page } from "@playwright/test";
import { awkwardCaseId, sendSyntheticCases } from "./synthetic-cases";
import { expect, test } from "./test";

const address = `/cases/${encodeURIComponent(awkwardCaseId)}`;

test.beforeAll(async ({ request }) => {
  await sendSyntheticCases(request, Date.now());
  await expect.poll(async () => (await request.get(address)).status()).toBe(200);
});

function timeline(page: Page) {
  return page.getByRole("region", { name: "Timeline" });
}

/** What is selected: in the picture by its id, in the list by its row's. */
async function selected(page: Page) {
  const mark = timeline(page).locator("[data-mark][aria-current]");
  const row = page.locator("li[aria-current]");
  await expect(mark).toHaveCount(1);
  await expect(row).toHaveCount(1);
  const [inPicture, inList] = await Promise.all([
    mark.getAttribute("data-mark"),
    row.getAttribute("id"),
  ]);
  expect(inList).toBe(`item-${inPicture ?? ""}`);
  return inPicture;
}

test("picture and list share one selection, by mouse and after a reload", async ({ page }) => {
  await page.goto(address);
  expect(await selected(page)).toBe("h0");

  await timeline(page)
    .getByRole("link", { name: /^Voice, / })
    .click();
  expect(await selected(page)).toBe("c1");
  await expect(page).toHaveURL(/item=c1/);

  await page.locator("#item-c0").getByRole("link", { name: /Chat/ }).click();
  expect(await selected(page)).toBe("c0");
  await expect(page).toHaveURL(/item=c0/);

  await page.reload();
  expect(await selected(page)).toBe("c0");
});

test("keys step through the events and open their words", async ({ page }) => {
  await page.goto(`${address}?item=c0`);
  await page.keyboard.press("ArrowRight");
  expect(await selected(page)).toBe("h0");
  await page.keyboard.press("ArrowRight");
  expect(await selected(page)).toBe("c1");
  await page.keyboard.press("Shift+ArrowRight");
  expect(await selected(page)).toBe("h0");

  await timeline(page).locator("[data-mark=h0]").focus();
  await page.keyboard.press("ArrowDown");
  expect(await selected(page)).toBe("c0");
  await expect(timeline(page).locator("[data-mark=c0]")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  expect(await selected(page)).toBe("c1");
  await expect(page).toHaveURL(/item=c1/);

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#contact-1$/);
  await expect(page.locator("#contact-1")).toBeInViewport();
});

test("the scale is changed by key and button, and kept", async ({ page }) => {
  await page.goto(address);
  const scale = timeline(page).getByRole("group", { name: "Scale" });
  await page.keyboard.press("t");
  await expect(scale.getByRole("button", { name: "True time" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await scale.getByRole("button", { name: "Sequence" }).click();
  await expect(page).toHaveURL(/scale=sequence/);
  await page.reload();
  await expect(scale.getByRole("button", { name: "Sequence" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a narrow screen has the list instead of the picture", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(address);
  await expect(timeline(page)).toBeHidden();
  await expect(page.locator("li[aria-current]")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#item-c1")).toHaveAttribute("aria-current", "true");
});
