import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { drawnPages, findAddresses, showDemo } from "./every-page";
import { expect, test } from "./test";

/** Of all the scripts that a page loads, compressed. */
const bytesMax = 300_000;
/** What Recharts adds to the page whose charts it draws. */
const chartBytes: Readonly<Record<string, number>> = { "app/(inside)/persona/page.tsx": 115_000 };

for (const [file, addressesOf] of drawnPages) {
  test(`${file} loads no more scripts than it may`, async ({ page, complaints }) => {
    await showDemo(page);
    const [address = "/"] = addressesOf(await findAddresses(page));
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const bodies = await Promise.all(scripts.map((script) => script.body()));
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(bytesMax + (chartBytes[file] ?? 0));
    test.info().annotations.push({ type: "script bytes", description: String(bytes) });
    // Chromium reports a page's own 404 as a console error.
    if (file.endsWith("not-found.tsx")) complaints.length = 0;
  });
}
