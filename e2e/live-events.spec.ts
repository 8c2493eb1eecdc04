import { writeFileSync } from "node:fs";
import { nowUs } from "@/lib/clock/server";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { runCli } from "@/lib/testing/run-cli";
import { signInByRequest } from "./accounts";
import { openEventStream } from "./event-stream";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const caseId = "live-1";
let server: OwnServer;
let sent = 0;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({}, info) => {
  server = await startOwnServer([exportOf(info.outputPath("first.jsonl"), "Where is my viola?")]);
});
test.afterEach(async ({ page }) => {
  await page.goto("about:blank");
});
test.afterAll(async () => {
  await server.stop();
});

test("what is said appears on the Live page and on the open case without a reload", async ({
  page,
  context,
}, info) => {
  await page.goto(`${server.url}/live`);
  await expect(page.getByRole("row").filter({ hasText: caseId })).toContainText("viola");
  const other = await context.newPage();
  await other.goto(`${server.url}/cases/${caseId}`);
  await expect(other.getByText("Where is my viola?").first()).toBeVisible();
  await ingest(exportOf(info.outputPath("second.jsonl"), "Can you find my cello, too?"));
  await expect(other.getByText("Can you find my cello, too?").first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: caseId })).toContainText("cello");
  await other.close();
});

test(
  "a list that is opened again is sent as it was, and no longer once a command stored a case",
  { tag: "@files" },
  async ({ page }, info) => {
    const openList = async () => {
      const response = await page.goto(`${server.url}/cases`);
      return response?.headers()["content-security-policy"];
    };
    // That a session was used is noted once a minute, which is a write, too.
    await expect.poll(async () => (await openList()) === (await openList())).toBe(true);
    const before = await openList();
    await ingest(exportOf(info.outputPath("new.jsonl"), "Is the capo here?", "EU", "live-2"));
    expect(await openList()).not.toBe(before);
    await expect(page.getByRole("link", { name: "live-2" })).toBeVisible();
  },
);

test("a server that was gone leaves no gap", async ({ page }, info) => {
  const stream = await openEventStream(server.url, page.request, "/api/live/events?since=0");
  await expect.poll(() => stream.text()).toContain(caseId);
  const [, last = ""] = /^id: (\d+)$/mu.exec(stream.text()) ?? [];
  await server.restart();
  await stream.ended;
  await ingest(exportOf(info.outputPath("third.jsonl"), "Can you send the bow?"));
  const again = await openEventStream(server.url, page.request, `/api/live/events?since=${last}`);
  await expect.poll(() => again.text()).toContain(caseId);
  again.close();
});

test("an account of a region is sent its cases only, and nothing once its session ended", async ({
  page,
  playwright,
}, info) => {
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  await signInByRequest(request, server, "supervisor", "--region", "US");
  const all = await openEventStream(server.url, page.request);
  const own = await openEventStream(server.url, request);
  await ingest(exportOf(info.outputPath("eu.jsonl"), "Is the rosin here?", "EU", "live-EU"));
  await ingest(exportOf(info.outputPath("us.jsonl"), "Is the mute here?", "US", "live-US"));
  await expect.poll(() => own.text()).toContain("live-US");
  await expect.poll(() => all.text()).toContain("live-EU");
  expect(own.text()).not.toContain("live-EU");
  expect(all.text()).not.toMatch(/rosin|mute/u);
  const email = "supervisor--regionus@example.com";
  const { code, stderr } = await runCli(["user", "revoke", email], { data: server.data });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  await own.ended;
  expect(own.text()).toContain("event: ended");
  all.close();
  await request.dispose();
});

/** Another process than the server's. */
async function ingest(file: string): Promise<void> {
  const { code, stderr } = await runCli(["ingest", file], { data: server.data });
  expect(code, stderr).toBe(0);
}

function exportOf(file: string, content: string, region = "EU", id = caseId): string {
  sent += 1;
  const span: PlainSpan = {
    traceId: String(sent).padStart(32, "d"),
    spanId: String(sent).padStart(16, "d"),
    name: "message",
    startUs: nowUs(),
    attributes: {
      ...{ case_id: id, customer_id: `${id}-customer`, channel: "chat", region },
      ...{ "session.id": id, "message.role": "customer", "message.content": content },
    },
  };
  writeFileSync(file, asLines([otlpRequest([span])]));
  return file;
}
