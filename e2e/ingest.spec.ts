import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { nowUs } from "@/lib/clock/server";
import { tokenHeaders } from "./accounts";
import { writeLargeExport } from "./large-export";
import { expect, test } from "./test";

test("rejects are listed with place and reason @release", async ({ page, request }) => {
  const startTimeUnixNano = `${nowUs() - 86_400_000_000}000`;
  const spans = [
    { traceId: "e2e5".repeat(8), spanId: "", name: "nameless", startTimeUnixNano },
    { traceId: "e2e5".repeat(8), spanId: "e2e5".repeat(4), name: "fine", startTimeUnixNano },
  ];
  const data = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }] };
  expect((await request.post("/v1/traces", { data, headers: tokenHeaders() })).ok()).toBe(true);

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

test("words that come as log events stand in the case of their span @release", async ({
  page,
  request,
}) => {
  const headers = tokenHeaders();
  const nanos = `${nowUs() - 3_600_000_000}000`;
  const ids = { traceId: "e2e109".repeat(8).slice(0, 32), spanId: "e2e10957".repeat(2) };
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const saying = (event: string, members: object[]) => ({
    ...{ ...ids, timeUnixNano: nanos, attributes: [text("event.name", event)] },
    body: { kvlistValue: { values: members } },
  });
  const reply = { kvlistValue: { values: [text("content", "It leaves tomorrow.")] } };
  const logRecords = [
    saying("gen_ai.user.message", [text("content", "Where is my blue lamp?")]),
    saying("gen_ai.choice", [{ key: "message", value: reply }]),
    { ...ids, timeUnixNano: nanos, body: { stringValue: "cache warmed" } },
  ];
  const sent = await request.post("/v1/logs", {
    headers,
    data: { resourceLogs: [{ scopeLogs: [{ logRecords }] }] },
  });
  expect(await sent.json()).toMatchObject({ partialSuccess: { rejectedLogRecords: "1" } });
  const attributes = [text("case_id", "E2E-LOGS"), text("gen_ai.operation.name", "chat")];
  const span = {
    ...ids,
    name: "chat",
    startTimeUnixNano: nanos,
    endTimeUnixNano: nanos,
    attributes,
  };
  const data = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
  expect((await request.post("/v1/traces", { data, headers })).ok()).toBe(true);
  const caseText = async () => (await page.request.get("/cases/E2E-LOGS")).text();
  await expect.poll(caseText).toContain("Where is my blue lamp?");
  await page.goto("/cases/E2E-LOGS");
  const transcript = page.getByRole("region", { name: "Transcript" });
  await expect(transcript).toContainText("Where is my blue lamp?");
  await expect(transcript).toContainText("It leaves tomorrow.");
  await page.goto("/ingest");
  await expect(page.getByRole("row", { name: /OTLP over HTTP.*log events/ })).toBeVisible();
});

test("an exporter's address may end in a slash", async ({ request }) => {
  const answer = await request.post("/v1/traces/", {
    headers: tokenHeaders(),
    data: { resourceSpans: [] },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
});

test("uploaded files show their results, and uploading them again adds nothing", async ({
  page,
}, info) => {
  const files = {
    crm: info.outputPath("closed-cases.csv"),
    broken: info.outputPath("cut.jsonl.gz"),
    empty: info.outputPath("empty.jsonl"),
    photo: info.outputPath("photo.png"),
  };
  writeFileSync(files.crm, "id,customer,subject\nE2E-U1,u-1,refund\nE2E-U2,u-2,outage\n");
  writeFileSync(files.broken, gzipSync(randomBytes(2000)).subarray(0, 200));
  writeFileSync(files.empty, "");
  writeFileSync(files.photo, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR, and\nso on, in bytes\n", "latin1");
  await page.goto("/ingest");
  const input = page.getByLabel("Files to ingest");
  const sent = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
  await input.setInputFiles(Object.values(files));
  await expect(sent.filter({ hasText: "closed-cases.csv" })).toContainText("2 CRM records");
  await expect(sent.filter({ hasText: "empty.jsonl" })).toContainText("The input is empty.");
  await expect(sent.filter({ hasText: "photo.png" })).toContainText("none of the formats");
  await expect(sent.filter({ hasText: "cut.jsonl.gz" })).toContainText("Failed");
  await expect(page.getByRole("row", { name: /closed-cases\.csv/ })).toBeVisible();

  await input.setInputFiles(files.crm);
  await expect(sent.first()).toContainText("Done, nothing new in it");
});

test("a large file is uploaded and read while pages load and exporters send", async ({
  page,
  request,
  context,
}, info) => {
  const path = info.outputPath("large.jsonl");
  const prefix = "e2e20";
  const spans = await writeLargeExport(path, { bytes: 12_000_000, prefix, nowMs: nowUs() / 1000 });
  await page.goto("/ingest");
  await page.getByLabel("Files to ingest").setInputFiles(path);
  const row = page.getByRole("listitem").filter({ hasText: "large.jsonl" });
  await expect(row.getByRole("progressbar")).toBeVisible();
  await page.getByRole("link", { name: "Cases" }).click();
  await expect(page).toHaveURL("/cases");
  await page.getByRole("link", { name: "Ingest" }).click();
  await expect(row).toContainText(/Reading .* of 1\d MB/);

  const body = { data: { resourceSpans: [] }, headers: tokenHeaders() };
  expect((await request.post("/v1/traces", body)).ok()).toBe(true);
  await expect(row).toContainText("Reading");

  const other = await context.newPage();
  await other.goto("/ingest");
  const there = other.getByRole("listitem").filter({ hasText: "large.jsonl" });
  await expect(there).toContainText(/Reading|deriving|Done/);
  await page.reload();
  const counts = `${spans.toLocaleString("en-GB")} spans accepted · 0 duplicate · 0 rejected`;
  // As long as the test may take.
  await expect(row).toContainText(counts, { timeout: 120_000 });
  await expect(there).toContainText(counts);
  await expect(page.getByRole("row", { name: /large\.jsonl/ })).toBeVisible();
});

test("an upload can be cancelled @release", async ({ page }, info) => {
  const path = info.outputPath("given-up.jsonl");
  await writeLargeExport(path, { bytes: 20_000_000, prefix: "e2e21", nowMs: nowUs() / 1000 });
  await page.goto("/ingest");
  const session = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_000_000 };
  await session.send("Network.emulateNetworkConditions", slow);
  await page.getByLabel("Files to ingest").setInputFiles(path);
  const row = page.getByRole("listitem").filter({ hasText: "given-up.jsonl" });
  await expect(row).toContainText(/Sending .* of 2\d MB/);
  await page.getByRole("button", { name: "Cancel given-up.jsonl" }).click();
  await expect(row).toBeHidden();
  const uploads = async () => (await page.request.get("/api/uploads")).text();
  await expect.poll(uploads).not.toContain("given-up");
  await page.reload();
  await expect(page.getByRole("row", { name: /given-up/ })).toBeHidden();
});

test("a file chosen while the server is away is named as not sent, and the page stays", async ({
  page,
  complaints,
}, info) => {
  const sent = info.outputPath("sent.csv");
  writeFileSync(sent, "id,customer,subject\nE2E-U3,u-3,refund\n");
  const unsent = info.outputPath("unsent.jsonl");
  writeFileSync(unsent, "{}\n");
  await page.goto("/ingest");
  const input = page.getByLabel("Files to ingest");
  const rows = page.getByRole("listitem");
  await input.setInputFiles(sent);
  await expect(page.getByRole("row", { name: /sent\.csv/ })).toBeVisible();

  // What ended before the page was opened is no reason to read it again.
  const readinessRequests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("readyz")) readinessRequests.push(request.url());
  });
  await page.reload();
  await expect(rows.filter({ hasText: "sent.csv" })).toContainText("Done");
  await page.route("**", (route) => route.abort());
  await input.setInputFiles(unsent);
  const row = rows.filter({ hasText: "unsent.jsonl" });
  await expect(row).toContainText("the server was not reached; choose it again");
  // The page would be read again now.
  await expect.poll(() => readinessRequests).toHaveLength(1);
  await expect(row).toBeVisible();
  await page.unroute("**");
  expect(complaints.splice(0).every((each) => each.includes("net::ERR_"))).toBe(true);
});

test("a file from a foreign page is refused", async ({ request }) => {
  const headers = { "x-upload-id": "0".repeat(32), "x-file-name": "a.jsonl" };
  for (const origin of ["http://evil.example", undefined]) {
    const named = origin === undefined ? {} : { origin };
    const answer = await request.post("/api/uploads", {
      headers: { ...headers, ...named },
      data: "{}",
    });
    expect(answer.status()).toBe(403);
  }
});
