import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

/** Inside the margins of 12 mm, CSS pixels. */
const pixelsPerMm = 96 / 25.4;
const papers = [
  { format: "A4", width: 210 - 24, height: 297 - 24 },
  { format: "Letter", width: 215.9 - 24, height: 279.4 - 24 },
] as const;

async function sheetsOf(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

for (const { format, width, height } of papers) {
  test(`the digest is two sheets of ${format}, and the first is the board's page`, async ({
    page,
  }) => {
    await page.goto("/report?size=digest");
    expect(await sheetsOf(page, format)).toBe(2);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({
      width: Math.floor(width * pixelsPerMm),
      height: Math.floor(height * pixelsPerMm),
    });
    const board = page.locator("header");
    expect((await board.boundingBox())?.height).toBeLessThan(height * pixelsPerMm);
    await expect(board.getByRole("heading", { level: 1 })).toHaveText(/^\d+% of cases were/u);
    const figures = board.locator(".figures > li");
    await expect(figures).toHaveCount(4);
    for (const figure of await figures.all()) await expect(figure).toContainText("Before: ");
    await expect(board.getByRole("img", { name: /resolved with evidence: / })).toHaveCount(1);
    for (const name of ["What stands out", "What we ask for"]) {
      await expect(board.getByRole("heading", { name })).toBeVisible();
    }
    await expect(page.locator("footer dt", { hasText: "Evaluators" })).toBeVisible();
    await expect(board.locator("dt")).toHaveCount(0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 720 });
  });
}

test("the report stands alone: it asks for nothing else, and its links are whole addresses @release", async ({
  page,
  server,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/report");
  expect(asked).toEqual(["/report"]);
  const links = await page
    .locator("a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((href) => href?.startsWith(`${server.url}/`) !== true)).toEqual([]);
  await page.getByRole("link", { name: "Two-page version" }).click();
  await expect(page).toHaveURL(/\/report\?size=digest$/u);
});

test("the report has the days and the comparison of a named period", async ({ page }) => {
  await page.goto("/report?period=last-month&size=digest");
  await expect(page.locator("header .small").first()).toHaveText(
    /Cases opened 1 \w+ \d{4} – \d+ \w+ \d{4} · compared with \w+ \d{4}/u,
  );
});
