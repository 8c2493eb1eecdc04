import type { Page } from "@playwright/test";
import { runCli } from "@/lib/testing/run-cli";
import { seededRandom } from "@/lib/testing/seeded-random";
import { sharedPath } from "@/lib/testing/shared-data";
import { flawsOf } from "./flaws-of";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const casesOpened = 40;
const file = sharedPath("data/ingest/real-cases.otlp.jsonl.gz");
let server: OwnServer | undefined;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  if (file !== null) server = await startOwnServer([file]);
});
test.afterAll(() => server?.stop());

test("forty cases of a real export open with their traces and customers", async ({ page }) => {
  if (server === undefined) return;
  test.setTimeout(300_000);
  const { stdout } = await runCli(["export", "cases"], { data: server.data });
  const ids = stdout.trim().split("\n").map(caseIdOf);
  const random = seededRandom(3);
  for (const id of random.shuffle(ids).slice(0, casesOpened)) {
    const address = `${server.url}/cases/${encodeURIComponent(id)}`;
    await openFlawless(page, address);
    const links = await Promise.all(
      ["/traces/", "/customers/"].map((beginning) =>
        page
          .locator(`main a[href^="${beginning}"]`)
          .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")),
      ),
    );
    for (const hrefs of links) {
      if (hrefs.length > 0) await openFlawless(page, `${server.url}${random.pick(hrefs)}`);
    }
  }
  for (const address of ["/cases", "/data-health", "/ingest"]) {
    await openFlawless(page, `${server.url}${address}`);
  }
});

async function openFlawless(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect.soft(response?.status(), address).toBe(200);
  expect.soft(await flawsOf(page), address).toEqual([]);
}

function caseIdOf(line: string): string {
  const id: unknown = Reflect.get(Object(JSON.parse(line)), "case_id");
  if (typeof id !== "string") throw new Error("a case without an id");
  return id;
}
