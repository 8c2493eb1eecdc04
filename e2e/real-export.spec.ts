import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { runCli } from "@/lib/testing/run-cli";
import { seededRandom } from "@/lib/testing/seeded-random";
import { findShared } from "@/lib/testing/shared/find-shared";
import { cannotTest } from "./cannot-test";
import { visit } from "./flaws-of";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const casesOpened = 40;
const exported = "data/ingest/real-cases.otlp.jsonl.gz";
let server: OwnServer | undefined;

test.beforeAll(async ({}, info) => {
  const file = findShared(exported) ?? cannotTest(`${exported} is not beside the checkout`);
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const part = info.outputPath("part.otlp.jsonl");
  writeFileSync(part, lines.slice(0, lines.length / 8).join("\n"));
  server = await startOwnServer([part]);
});
test.afterAll(() => server?.stop());

test("forty cases of a real export open with their traces and customers", async ({ page }) => {
  if (server === undefined) throw new Error("The server was not started.");
  const { url } = server;
  const { stdout } = await runCli(["export", "cases"], { data: server.data });
  const ids = stdout.trim().split("\n").map(caseIdOf);
  const random = seededRandom(3);
  for (const [nth, id] of random.shuffle(ids).slice(0, casesOpened).entries()) {
    const isDrawn = nth % 8 === 0;
    const open = (path: string) => expectFlawless(page, `${url}${path}`, isDrawn);
    const links = await open(`/cases/${encodeURIComponent(id)}`);
    for (const beginning of ["/traces/", "/customers/"]) {
      const found = links.filter((link) => link.startsWith(beginning));
      if (found.length > 0) await open(random.pick(found));
    }
  }
  for (const path of ["/cases", "/data-health", "/ingest"]) {
    await expectFlawless(page, `${url}${path}`, true);
  }
});

/** @returns the page's links */
async function expectFlawless(page: Page, address: string, isDrawn: boolean): Promise<string[]> {
  const { status, flaws, links } = await visit(page, address, isDrawn);
  expect.soft({ status, flaws }, address).toEqual({ status: 200, flaws: [] });
  return links;
}

function caseIdOf(line: string): string {
  const id: unknown = Reflect.get(Object(JSON.parse(line)), "case_id");
  if (typeof id !== "string") throw new Error("a case without an id");
  return id;
}
