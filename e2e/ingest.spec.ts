import { expect, test } from "./test";

test("what was refused is told with its place and reason", async ({ page, request }) => {
  const startTimeUnixNano = String(BigInt(Date.now() - 86_400_000) * 1_000_000n);
  const spans = [
    { traceId: "e2e5".repeat(8), spanId: "", name: "nameless", startTimeUnixNano },
    { traceId: "e2e5".repeat(8), spanId: "e2e5".repeat(4), name: "fine", startTimeUnixNano },
  ];
  const data = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }] };
  expect((await request.post("/v1/traces", { data })).ok()).toBe(true);

  await page.goto("/cases");
  await page.getByRole("link", { name: "Ingest" }).click();
  await expect(page).toHaveURL("/ingest");
  await page
    .getByRole("row", { name: /OTLP over HTTP/ })
    .getByRole("link", { name: /reason/ })
    .click();
  await expect(page).toHaveURL(/batch=\d+#rejects$/);
  await expect(page.getByRole("heading", { name: "Refused, and why" })).toBeVisible();
  await expect(page.getByRole("row", { name: /spans\[0\]/ })).toBeVisible();
});
