import { nowUs } from "@/lib/clock/server";
import { tokenHeaders } from "./accounts";
import { expect, test } from "./test";

const ownBatch = "OTLP over HTTP";

test("the demo says that it is one, and one's own data are a click away @release", async ({
  page,
}) => {
  const banner = page.getByRole("complementary", { name: "Demo workspace" });
  const choose = page.getByRole("group", { name: "Workspace" });
  const nanos = `${String(nowUs())}000`;
  const ids = { traceId: "e2e6".repeat(8), spanId: "e2e6".repeat(4) };
  const spans = [{ ...ids, startTimeUnixNano: nanos, endTimeUnixNano: nanos, name: "mine" }];
  const data = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }] };
  const answer = await page.request.post("/v1/traces", { data, headers: tokenHeaders() });
  expect(await answer.json()).toEqual({});
  await page.goto("/cases");

  await choose.getByRole("button", { name: "Demo" }).click();
  await expect(banner).toContainText("made up");
  await expect(banner).toContainText("choose “My data” to see those");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(/1–50 of \d{3}/);

  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/cases\/./);
  await expect(banner).toBeVisible();

  await page.goto("/ingest");
  const batches = page.getByRole("table", { name: "Batches, latest first" });
  await expect(batches.getByRole("row", { name: /demo/ }).first()).toBeVisible();
  await expect(batches).not.toContainText(ownBatch);

  await choose.getByRole("button", { name: "My data" }).click();
  await expect(page).toHaveURL("/cases");
  await expect(banner).toBeHidden();
  await page.goto("/ingest");
  await expect(batches).toContainText(ownBatch);
});
