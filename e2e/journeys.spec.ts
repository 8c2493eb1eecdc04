import { casesOfStory } from "./demo-stories";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

for (const landing of ["/overview", "/cases"]) {
  test(`from ${landing}, cases that went from chat to the phone are two clicks away`, async ({
    page,
  }) => {
    await page.goto(landing);
    const navigation = page.getByRole("navigation", { name: "Main" });
    await navigation.getByRole("link", { name: "Journeys" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/more than one channel/u);
    const matrix = page.getByRole("region", { name: "From channel to channel" });
    const cell = matrix.getByRole("link", { name: /^Chat → Voice: / });
    const label = (await cell.getAttribute("aria-label")) ?? "";
    const count = / in (\d+) cases?,/u.exec(label)?.[1] ?? "";
    expect(count).not.toBe("");
    await cell.click();
    await expect(page).toHaveURL(/\/cases\?.*switch=chat%3Evoice/u);
    await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
    const inStory = new Set(casesOfStory("promise-unknown-on-the-phone"));
    const ids = await page.getByRole("rowheader").allInnerTexts();
    expect(ids.some((id) => inStory.has(id.split("\n")[0]?.trim() ?? ""))).toBe(true);
  });
}

test("who started a move narrows the matrix and what its cells open", async ({ page }) => {
  await page.goto("/journeys?period=all");
  await page
    .getByRole("navigation", { name: "Started by" })
    .getByRole("link", { name: "The customer" })
    .click();
  await expect(page).toHaveURL(/starter=customer/u);
  const matrix = page.getByRole("region", { name: "From channel to channel" });
  const cell = matrix.getByRole("link", { name: /^Chat → Voice: / });
  const label = (await cell.getAttribute("aria-label")) ?? "";
  await cell.click();
  const filters = page.getByRole("group", { name: "Filters in words" });
  await expect(filters).toContainText("Chat → Voice, by the customer");
  const count = / in (\d+) cases?,/u.exec(label)?.[1] ?? "";
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
});

test("a stretch of time opens its cases, by dragging and by naming the days", async ({ page }) => {
  await page.goto("/journeys");
  await page.getByLabel("From", { exact: true }).fill("2026-01-01");
  await page.getByRole("button", { name: "List cases" }).click();
  await expect(page).toHaveURL(/\/cases\?.*from=2026-01-01&to=/u);
  await page.goBack();
  const plot = page.getByRole("img", { name: /^Contacts of cases along time/u });
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error("The drawing is not shown.");
  const y = box.y + 40;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/cases\?from=[\d-]+&to=[\d-]+$/u);
});

test("the drawing begins each case at its first contact where one asks for it", async ({
  page,
}) => {
  await page.goto("/journeys");
  await page.getByRole("link", { name: "From first contact" }).click();
  await expect(page).toHaveURL(/scale=relative/u);
  await expect(page.getByRole("button", { name: "List cases" })).toBeHidden();
  await page.getByRole("link", { name: "Longest" }).click();
  await expect(page).toHaveURL(/order=duration/u);
  await expect(page.getByText(/80 of \d+ cases, longest first$/u)).toBeVisible();
});
