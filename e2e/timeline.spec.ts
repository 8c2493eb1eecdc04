import type { Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { awkwardCaseId, sendSyntheticCases } from "./synthetic-cases";
import { expect, test } from "./test";

const address = `/cases/${encodeURIComponent(awkwardCaseId)}`;

test.beforeAll(async ({ request }) => {
  await sendSyntheticCases(request, nowUs() / 1000);
  await expect.poll(async () => (await request.get(address)).status()).toBe(200);
});

function timeline(page: Page) {
  return page.getByRole("region", { name: "Timeline" });
}

/** The selection is the same in the picture and in the list. */
async function expectSelected(page: Page, id: RegExp) {
  await expect(timeline(page).locator("[data-mark][aria-current]")).toHaveAttribute(
    "data-mark",
    id,
  );
  await expect(page.locator("[data-item][aria-current]")).toHaveAttribute("data-item", id);
}

test("picture and list share one selection, by mouse and after a reload @release", async ({
  page,
}) => {
  await page.goto(address);
  await expectSelected(page, /^h0$/);

  await timeline(page)
    .getByRole("link", { name: /^Voice, / })
    .click();
  await expectSelected(page, /^c1$/);
  await expect(page).toHaveURL(/item=c1/);

  await page.locator("#item-c0").getByRole("link", { name: /Chat/ }).click();
  await expectSelected(page, /^c0$/);
  await expect(page).toHaveURL(/item=c0/);

  await page.reload();
  await expectSelected(page, /^c0$/);
});

test("keys step through the events and open their words", async ({ page }) => {
  await page.goto(`${address}?item=h0`);
  await page.keyboard.press("ArrowRight");
  await expectSelected(page, /^c1$/);
  await page.keyboard.press("ArrowLeft");
  await expectSelected(page, /^h0$/);
  await page.keyboard.press("d");
  await expectSelected(page, /^d/);
  await page.keyboard.press("Shift+ArrowRight");
  await expectSelected(page, /^h0$/);

  await timeline(page).locator("[data-mark=h0]").focus();
  await page.keyboard.press("ArrowDown");
  await expectSelected(page, /^c0$/);
  await expect(timeline(page).locator("[data-mark=c0]")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expectSelected(page, /^c1$/);
  await expect(page).toHaveURL(/item=c1/);

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#contact-1$/);
  await expect(page.locator("#contact-1")).toBeInViewport();
});

/** Holds back the first answer for each of these items until `answer` is called; `asked` lists them. */
async function holdAnswers(page: Page, items: RegExp) {
  const held: (() => void)[] = [];
  const asked: string[] = [];
  await page.route(/item=\w+&_rsc/, async (route) => {
    const item = new URL(route.request().url()).searchParams.get("item") ?? "";
    if (items.test(item) && !asked.includes(item)) {
      asked.push(item);
      await new Promise<void>((resolve) => held.push(resolve));
    }
    await route.continue().catch(() => undefined);
  });
  const answer = () => {
    for (const release of held.splice(0)) release();
  };
  return { asked, answer };
}

test("a slow answer does not undo a later selection", async ({ page }) => {
  const { asked, answer } = await holdAnswers(page, /^c[01]$/);
  await page.goto(`${address}?item=h0`);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => asked).toEqual(["c1"]);
  await page.locator("#item-c0").getByRole("link", { name: /Chat/ }).click();
  await expectSelected(page, /^c0$/);
  await expect.poll(() => asked).toEqual(["c1", "c0"]);
  answer();
  await expect(page).toHaveURL(/item=c0/);
  await expectSelected(page, /^c0$/);
});

test("a slow answer does not undo the way back to what is shown", async ({ page }) => {
  const { asked, answer } = await holdAnswers(page, /^c1$/);
  await page.goto(`${address}?item=h0`);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => asked).toEqual(["c1"]);
  await page.keyboard.press("ArrowLeft");
  await expectSelected(page, /^h0$/);
  answer();
  await expectSelected(page, /^h0$/);
  await expect(page).toHaveURL(/item=h0/);
});

test("a slow answer does not undo the way to the words", async ({ page }) => {
  const { asked, answer } = await holdAnswers(page, /^c1$/);
  await page.goto(`${address}?item=h0`);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => asked).toEqual(["c1"]);
  await page.keyboard.press("Enter");
  await expect(page.locator("#contact-1")).toBeFocused();
  answer();
  await expect(page).toHaveURL(/item=c1#contact-1$/);
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
  await page.locator("#item-c1").getByRole("link", { name: /Voice/ }).click();
  await expect(page.locator("#item-c1")).toHaveAttribute("aria-current", "true");
});
