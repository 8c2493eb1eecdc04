import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asLines } from "@/lib/testing/spans/otlp";
import { ticketSpans } from "@/lib/testing/spans/ticket-spans";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer;
const folder = mkdtempSync(join(tmpdir(), "throughline-open-in-"));
const traceId = `f${"0".repeat(31)}`;
const spanId = "f".repeat(16);

test.beforeAll(async () => {
  const file = join(folder, "tickets.jsonl");
  writeFileSync(file, asLines(ticketSpans({ spans: 2, cases: 1, key: "case_id" })));
  server = await startOwnServer([file]);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an address with ids in it leads from a trace, a span and a contact to the tool they come from", async ({
  page,
}) => {
  const inLangfuse = page.getByRole("link", { name: /^Open in Langfuse/u });
  const inTempo = page.getByRole("link", { name: /^Open in Tempo/u });
  await page.goto(`${server.url}/traces/${traceId}`);
  await expect(page.getByText(`trace ${traceId}`)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Open in/u })).toHaveCount(0);

  await page.goto(`${server.url}/settings`);
  const form = page.getByRole("form", { name: "Open in another tool" });
  const tool = (at: number) => form.getByRole("group", { name: `Tool ${String(at)}` });
  await form.getByRole("button", { name: "Add a tool" }).click();
  await tool(1).getByLabel("Name").fill("Langfuse");
  await tool(1).getByLabel("Address").fill("javascript:alert('{traceId}')");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await expect(tool(1).getByLabel("Address")).toHaveAccessibleDescription(
    /^The address has to begin with https:\/\/ or http:\/\/\./u,
  );
  await tool(1).getByLabel("Address").fill("https://langfuse.example.com/trace/{traceId}");
  await form.getByRole("button", { name: "Add a tool" }).click();
  await tool(2).getByLabel("Name").fill("Tempo");
  await tool(2).getByLabel("Address").fill("http://tempo.example/t/{traceId}?span={spanId}");
  await form.getByRole("button", { name: "Add a tool" }).click();
  await tool(3).getByLabel("Name").fill("Sessions");
  await tool(3).getByLabel("Address").fill("https://langfuse.example.com/sessions/{sessionId}");
  await form.getByRole("button", { name: "Show the effect" }).click();
  await expect(form.getByText("No case changes: 0 spans get another case.")).toBeVisible();
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("Saved. No case changed: 0 spans got another case.")).toBeVisible();

  await page.goto(`${server.url}/traces/${traceId}`);
  await expect(inLangfuse).toHaveCount(2);
  for (const link of await inLangfuse.all()) {
    await expect(link).toHaveAttribute("href", `https://langfuse.example.com/trace/${traceId}`);
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  }
  // Only the span has its id, and nothing has a session.
  await expect(inTempo).toHaveAttribute("href", `http://tempo.example/t/${traceId}?span=${spanId}`);
  await expect(page.getByRole("link", { name: /^Open in Sessions/u })).toHaveCount(0);

  await page.goto(`${server.url}/cases/N-1000`);
  await expect(
    page.getByRole("link", { name: "Open in Langfuse (first of 2 traces)" }),
  ).toHaveAttribute("href", `https://langfuse.example.com/trace/${traceId}`);
  await page.goto(`${server.url}/audit`);
  await expect(page.getByText(/settings/iu).first()).toBeVisible();
});
