import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { flawsOf } from "./flaws-of";
import { expect, test } from "./test";

/** Links followed per kind of page. */
const alikeMax = 2;
/** Links followed per page, whatever its filters. */
const ofPageMax = 10;

test("every link of the demo leads to a page without raw values", async ({ page }) => {
  test.setTimeout(300_000);
  await showDemo(page);
  const waiting = ["/cases"];
  const seen = new Set(waiting);
  const alike = new Map<string, number>();
  const pages = new Map<string, number>();
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const response = await page.goto(href);
    expect.soft(response?.status(), href).toBe(200);
    expect.soft(await flawsOf(page), href).toEqual([]);
    for (const link of await linksOf(page)) {
      const kind = kindOf(link);
      const pageOf = kind.split("?")[0] ?? "";
      const [count, ofPage] = [alike.get(kind) ?? 0, pages.get(pageOf) ?? 0];
      if (seen.has(link) || count >= alikeMax || ofPage >= ofPageMax) continue;
      alike.set(kind, count + 1);
      pages.set(pageOf, ofPage + 1);
      seen.add(link);
      waiting.push(link);
    }
  }
  expect(alike.size).toBeGreaterThan(8);
});

/** Distinct URLs of this site without fragment. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href]:not([download])")
    .evaluateAll((links) =>
      links.map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href),
    );
  const here = new URL(page.url());
  const inSite = hrefs.map((href) => new URL(href)).filter(({ origin }) => origin === here.origin);
  return [...new Set(inSite.map(({ pathname, search }) => pathname + search))];
}

/** Key of pages rendered alike: the path without ids, and names of query parameters. */
function kindOf(link: string): string {
  const { pathname, searchParams } = new URL(link, "http://here");
  const names = [...new Set(searchParams.keys())].sort().join("&");
  return `${pathname.replace(/^(\/\w+\/).+/, "$1…")}?${names}`;
}
