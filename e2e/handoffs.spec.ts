import type { Page } from "@playwright/test";
import type { StoryName } from "@/lib/demo/story-names";
import { casesOfStory } from "./demo-stories";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

/** Start pages of a CX lead and a supervisor. */
const landings = ["/overview", "/cases"];

test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

async function openHandoffs(page: Page, landing: string): Promise<void> {
  await page.goto(landing);
  const navigation = page.getByRole("navigation", { name: "Main" });
  await navigation.getByRole("link", { name: "Handoffs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /of needed facts reached the next agent/u,
  );
}

function figure(page: Page, name: string) {
  const heading = page.getByRole("heading", { level: 2, name });
  return page
    .getByRole("list", { name: "Figures" })
    .getByRole("listitem")
    .filter({ has: heading })
    .getByRole("link", { name: /^(\d+%|\d+ of \d+)$/u });
}

/** Opens the first case of a story in the displayed list. */
async function openStoryCase(page: Page, name: StoryName): Promise<void> {
  await expect(page).toHaveURL(/\/lists\//u);
  const facts = new Set(casesOfStory(name));
  const links = page.locator('main a[href^="/cases/"]');
  await expect(links.first()).toBeVisible();
  const ids = await links.allInnerTexts();
  const at = ids.findIndex((id) => facts.has(id.trim()));
  expect(at, `${name} among ${ids.join(" ")}`).toBeGreaterThanOrEqual(0);
  await links.nth(at).click();
  await expect(page).toHaveURL(/\/cases\/CS-/u);
}

for (const landing of landings) {
  test(`from ${landing}, a promise that the phone did not know is three clicks away`, async ({
    page,
  }) => {
    await openHandoffs(page, landing);
    await figure(page, "Promises lost on the way").click();
    await openStoryCase(page, "promise-unknown-on-the-phone");
    await expect(page.getByText("not known").first()).toBeVisible();
  });

  test(`from ${landing}, an account number asked for again and again is three clicks away`, async ({
    page,
  }) => {
    await openHandoffs(page, landing);
    await figure(page, "Handoffs that ask again").click();
    await openStoryCase(page, "account-number-three-times");
    const facts = page.getByRole("list", { name: "Facts and promises" });
    await expect(facts.filter({ hasText: /asked again/iu }).first()).toBeVisible();
  });

  test(`from ${landing}, AI that hands over to a person in one chat is three clicks away`, async ({
    page,
  }) => {
    await openHandoffs(page, landing);
    const pairs = page.getByRole("region", { name: "Channel pairs" });
    const name = page.getByRole("link", { name: /^Within Chat:/u });
    const within = pairs.getByRole("row").filter({ has: name });
    await within.getByRole("link", { name: /^\d+$/u }).click();
    await openStoryCase(page, "ai-to-human-in-one-chat");
  });
}

test("both quotes of what was asked again can be stepped through by keyboard", async ({ page }) => {
  await page.goto("/handoffs?period=all&pair=chat%3Evoice");
  const panel = page.locator("section").filter({ hasText: "What “asked again” sounds like" });
  await expect(panel.locator("blockquote")).toHaveCount(2);
  await expect(panel.locator("mark")).not.toHaveCount(0);
  const first = await panel.locator('a[href^="/cases/"]').innerText();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/quote=2/u);
  await expect(panel.getByText(/^2 of \d+$/u)).toBeVisible();
  await page.keyboard.press("k");
  await expect(panel.locator('a[href^="/cases/"]')).toHaveText(first);
});

test("promises that need attention come first, and each tab has a URL", async ({ page }) => {
  await page.goto("/handoffs?period=all");
  const tabs = page.getByRole("navigation", { name: "Promises", exact: true });
  const list = page.getByRole("region", { name: "Promises overdue, due or broken" });
  await expect(list.getByRole("row").nth(1)).toContainText("overdue");
  await tabs.getByRole("link", { name: /^Kept/u }).click();
  await expect(page).toHaveURL(/promises=kept/u);
  const kept = page.getByRole("region", { name: "Kept promises" });
  await expect(kept.getByRole("row").nth(1)).toContainText("kept");
});
