import { everyPage, findAddresses, showDemo } from "./every-page";
import { routeFiles } from "./route-files";
import { expect, test } from "./test";
import { violations } from "./violations";

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
        expect.soft(await violations(page), `${address} at ${String(width)} px`).toEqual([]);
      }
    }
    // Chromium reports a page's own 404 as a console error.
    if (file.endsWith("not-found.tsx")) complaints.length = 0;
  });
}
