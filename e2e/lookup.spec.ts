import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a link with any id opens what it is, in whatever spelling, and keeps its workspace", async ({
  page,
  context,
  server,
}) => {
  await showDemo(page);
  await page.goto("/cases?period=all");
  const row = page.locator("tbody tr[id^='row-']").first();
  const caseId = (
    (await row.locator("[data-cell]").first().innerText()).split("\n")[0] ?? ""
  ).trim();
  await page.goto(`/t/${caseId.replaceAll("-", "").toLowerCase()}`);
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`, "u"));
  const html = await page.content();
  const traceId = /\/traces\/([0-9a-f]{32})/u.exec(html)?.[1] ?? "";
  expect(traceId).toHaveLength(32);

  await context.addCookies([{ name: "workspace", value: "main", url: server.url }]);
  await page.goto(`/t/${traceId.toUpperCase()}?workspace=demo`);
  await expect(page).toHaveURL(new RegExp(`/traces/${traceId}$`, "u"));
  await page.goto(`/cases/${caseId}`);
  await expect(page).toHaveTitle(new RegExp(caseId, "u"));
});

test("an id that nothing has gets a page that says what was looked for, and where ids are found", async ({
  page,
}) => {
  const answer = await page.request.get("/t/no-such-id-7");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("no-such-id-7");
});
