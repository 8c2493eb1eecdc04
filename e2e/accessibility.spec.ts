import AxeBuilder from "@axe-core/playwright";
import { everyPage, findAddresses, showDemo } from "./every-page";
import { routeFiles } from "./route-files";
import { expect, test } from "./test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colours; nothing else differs between the themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

test("every page there is is looked at", () => {
  expect(Object.keys(everyPage).sort()).toEqual(routeFiles());
});

for (const [file, addressesOf] of Object.entries(everyPage)) {
  test(`${file} breaks no rule of accessibility`, async ({ page, complaints }) => {
    test.setTimeout(240_000);
    await showDemo(page);
    for (const address of addressesOf(await findAddresses(page))) {
      await page.goto(address);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: "light" });
        const inLight = await violations(new AxeBuilder({ page }).withTags(rules));
        await page.emulateMedia({ colorScheme: "dark" });
        const inDark = await violations(new AxeBuilder({ page }).withRules(colourRules));
        expect.soft([...inLight, ...inDark], `${address} at ${String(width)} px`).toEqual([]);
      }
    }
    // Chromium reports a page's own 404 as a console error.
    if (file.endsWith("not-found.tsx")) complaints.length = 0;
  });
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`,
  );
}
