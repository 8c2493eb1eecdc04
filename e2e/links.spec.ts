import { showDemo } from "./every-page";
import { kindOf, visit } from "./flaws-of";
import { expect, test } from "./test";

/** Links followed per kind of page. */
const alikeMax = 2;
/** Links followed per page, whatever its filters. */
const ofPageMax = 10;

test("every link of the demo leads to a page without raw values", async ({ page }) => {
  test.slow();
  await showDemo(page);
  const waiting = ["/cases"];
  const seen = new Set(waiting);
  const alike = new Map<string, number>();
  const pages = new Map<string, number>();
  const drawn = new Set<string>();
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const kindHere = kindOf(href);
    const { status, flaws, links } = await visit(page, href, !drawn.has(kindHere));
    drawn.add(kindHere);
    expect.soft({ status, flaws }, href).toEqual({ status: 200, flaws: [] });
    for (const link of links) {
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
