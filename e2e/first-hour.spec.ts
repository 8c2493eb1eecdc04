import { writeFileSync } from "node:fs";
import { runCli } from "@/lib/testing/run-cli";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;

/** Two conversations of ten messages. @param key what its exporter calls the case @param traces a digit of each id */
function sentWith(key: string, traces: readonly [string, string] = ["c", "d"]): string {
  const spans = Array.from({ length: 20 }, (_, at) => ({
    ...{ traceId: traces[at < 10 ? 0 : 1].repeat(32), spanId: String(at + 1).padStart(16, "0") },
    ...{ name: "message", startUs: startUs + at * 1_000_000 },
    attributes: {
      "message.role": at % 2 === 0 ? "customer" : "agent",
      "message.content": `Words ${String(at)}`,
      [key]: at < 10 ? "T-1" : "T-2",
    },
  }));
  return asLines([otlpRequest(spans)]);
}

test.describe("on a server without any case", () => {
  let server: OwnServer;
  test.beforeEach(async () => {
    server = await startOwnServer([]);
  });
  test.afterEach(async ({ page }) => {
    // An open page would complain of the stopped server.
    await page.close();
    await server.stop();
  });

  test("spans that name no case say so on every page, and a key of theirs is read as one", async ({
    page,
  }, info) => {
    const file = info.outputPath("wrong.jsonl");
    writeFileSync(file, sentWith("ticketRef"));
    await page.goto(`${server.url}/ingest`);
    await page.getByLabel("Files to ingest").setInputFiles(file);
    const sent = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
    await expect(sent).toContainText("20 spans accepted");
    await expect(sent).toContainText("in no case: none names one");

    for (const path of ["/overview", "/cases", "/live", "/data-health"]) {
      await page.goto(`${server.url}${path}`);
      const notice = page.getByRole("complementary", { name: "Spans without a case" });
      await expect(notice).toContainText("20 spans are here, and none names a case.");
    }
    await page.getByRole("link", { name: "Read ticketRef (20) as the case" }).click();
    const form = page.getByRole("form", { name: "Attribute names" });
    await expect(form.getByRole("button", { name: "Remove ticketRef" })).toBeVisible();
    await form.getByRole("button", { name: "Show the effect" }).click();
    await form.getByRole("button", { name: "Save and re-derive 2 cases" }).click();
    await expect(form.getByText(/^Saved\. (?:This|No)/u)).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Spans without a case" })).toBeHidden();
    await page.goto(`${server.url}/cases?period=all`);
    await expect(page.getByRole("link", { name: "T-1", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "T-2", exact: true })).toBeVisible();
  });

  test("a session that spans name is offered as the case they lack", async ({ page }, info) => {
    const file = info.outputPath("sessions.jsonl");
    writeFileSync(file, sentWith("session.id"));
    await page.goto(`${server.url}/ingest`);
    await page.getByLabel("Files to ingest").setInputFiles(file);
    const sent = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
    await expect(sent).toContainText("in no case: none names one");
    await page.getByRole("link", { name: "Read session.id (20) as the case" }).click();
    const form = page.getByRole("form", { name: "Attribute names" });
    await form.getByRole("button", { name: "Show the effect" }).click();
    await form.getByRole("button", { name: "Save and re-derive 2 cases" }).click();
    await expect(form.getByText(/^Saved\. (?:This|No)/u)).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Spans without a case" })).toBeHidden();
    await page.goto(`${server.url}/cases?period=all`);
    await expect(page.getByRole("link", { name: "T-1", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "T-2", exact: true })).toBeVisible();
  });

  test("a batch is removed, and the corrected spans make the cases", async ({ page }, info) => {
    const [wrong, right] = [info.outputPath("wrong.jsonl"), info.outputPath("right.jsonl")];
    writeFileSync(wrong, sentWith("ticketRef"));
    writeFileSync(right, sentWith("case_id"));
    await page.goto(`${server.url}/ingest`);
    const input = page.getByLabel("Files to ingest");
    const sent = page.getByRole("list", { name: "Files sent" }).getByRole("listitem");
    await input.setInputFiles(wrong);
    await expect(sent.first()).toContainText("in no case");
    await page.getByRole("button", { name: "Remove batch 1" }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).last().click();
    await expect(page.getByRole("row", { name: /Removed: wrong\.jsonl/u })).toBeVisible();
    await input.setInputFiles(right);
    await expect(sent.first()).toContainText("in 2 cases");
    // Beside cases, spans without one are on Data health, with what could be read as theirs.
    const other = info.outputPath("other.jsonl");
    writeFileSync(other, sentWith("orderRef", ["a", "b"]));
    await input.setInputFiles(other);
    await expect(sent.first()).toContainText("in no case");
    await page.goto(`${server.url}/data-health`);
    await page.getByRole("link", { name: "Read orderRef (20) as the case" }).click();
    await expect(page).toHaveURL(/\/settings\?/u);
    await page.goto(`${server.url}/audit`);
    await expect(page.getByRole("row", { name: /removed what was ingested/u })).toContainText(
      "batch 1",
    );
  });

  test("a command counts what its file brought while the server runs, and links to it there", async ({
    page,
  }, info) => {
    const file = info.outputPath("wrong.jsonl");
    writeFileSync(file, sentWith("ticketRef"));
    const ingest = async (...args: string[]) =>
      (await runCli(["ingest", file, ...args], { data: server.data })).stdout;
    const wrong = await ingest();
    expect(wrong).toContain("20 accepted, 0 duplicate, 0 rejected");
    expect(wrong).toContain("0 cases touched, 20 spans without a case");

    writeFileSync(file, sentWith("case_id"));
    const half = await ingest();
    expect(half).toContain("11 accepted, 0 duplicate, 0 rejected, 11 of them in place of");
    expect(half).toContain("9 differ from what is stored under their ids; the stored ones stand");
    const right = await ingest("--replace");
    expect(right).toContain("2 cases touched, 0 spans without a case");
    await page.goto(/http:\S+/u.exec(right)?.[0] ?? "");
    await expect(page).toHaveURL(`${server.url}/ingest?batch=3`);
    await page.goto(`${server.url}/cases?period=all`);
    for (const name of ["T-1", "T-2"]) {
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
  });
});

test("an exporter is let in with whatever key it sends, told what differs, and replaces it @release", async ({
  request,
}) => {
  const server = await startOwnServer([], { accounts: "none" });
  const send = async (key: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await request.post(`${server.url}/v1/traces`, {
      headers: { authorization: "Bearer of-another-tool", ...headers },
      data: JSON.parse(sentWith(key)) as object,
    });
    expect(answer.status()).toBe(200);
    return (await answer.json()) as object;
  };
  const casesOf = async () => {
    const { stdout } = await runCli(["export", "cases", "--format", "csv"], { data: server.data });
    return stdout.split("\n").flatMap((line) => /^T-\d/u.exec(line) ?? []);
  };
  expect(await send("ticketRef")).toEqual({});
  expect(await casesOf()).toEqual([]);
  expect(JSON.stringify(await send("case_id"))).toContain(
    "Spans: 9 differ from what is stored under their ids; the stored ones stand",
  );
  expect(await send("case_id", { "throughline-replace": "true" })).toEqual({});
  await expect.poll(casesOf).toEqual(["T-1", "T-2"]);
  expect(await send("case_id")).toEqual({});
  await server.stop();
});
