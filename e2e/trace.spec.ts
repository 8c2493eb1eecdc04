import { nowUs } from "@/lib/clock/server";
import { adminRequest, tokenHeaders } from "./accounts";
import { expect, test } from "./test";

const traceId = "e2e7".repeat(8);
const caseId = "e2e-trace-case";

const spanIds = { turn: "a".repeat(16), crm: "b".repeat(16), said: "c".repeat(16) };

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  const startNs = BigInt(nowUs() - 40 * 86_400_000_000) * 1000n;
  const span = (
    spanId: string,
    name: string,
    attributes: object,
    words: Record<string, string> = {},
  ) => ({
    traceId,
    spanId,
    name,
    kind: 1,
    startTimeUnixNano: String(startNs),
    endTimeUnixNano: String(startNs + 2_000_000_000n),
    attributes: Object.entries({ case_id: caseId, channel: "chat", ...words }).map(
      ([key, stringValue]) => ({ key, value: { stringValue } }),
    ),
    ...attributes,
  });
  const spans = [
    span(spanIds.turn, "turn", {}),
    span(
      spanIds.crm,
      "crm.lookup",
      { parentSpanId: spanIds.turn, status: { code: 2, message: "no such account" } },
      { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "crm" },
    ),
    span(
      spanIds.said,
      "message",
      { parentSpanId: "f".repeat(16) },
      {
        "message.role": "customer",
        "message.content": "My bombardon is dented, call (415) 555-0134.",
      },
    ),
  ];
  const data = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }] };
  const response = await request.post("/v1/traces", { data, headers: tokenHeaders() });
  expect(response.ok()).toBe(true);
  await expect.poll(async () => (await request.get(`/cases/${caseId}`)).status()).toBe(200);
  await request.dispose();
});

test("a trace shows its failed span, its orphans apart, and folds and finds by the address @release", async ({
  page,
}) => {
  await page.goto(`/traces/${traceId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 of 3 spans failed");
  await expect(page.getByRole("heading", { name: "crm.lookup" })).toBeVisible();
  await expect(page.getByText("no such account")).toBeVisible();
  await expect(page.getByText(/^Orphans: 1 span/)).toBeVisible();

  await page.getByRole("link", { name: "Collapse turn, 1 span below" }).click();
  await expect(page).toHaveURL(/fold=/);
  await expect(page.getByRole("link", { name: "crm.lookup", exact: true })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("link", { name: "crm.lookup", exact: true })).toBeVisible();

  await page.getByRole("searchbox", { name: "Name, kind, tool or model of a span" }).fill("crm");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 span hidden by the search")).toBeVisible();

  await page.getByRole("link", { name: "turn", exact: true }).click();
  await expect(page.getByRole("heading", { name: "turn" })).toBeVisible();
  await page.getByRole("link", { name: "Raw" }).click();
  await expect(page.getByText(`"span_id": "${spanIds.turn}"`)).toBeVisible();
});

test("one gets from a message to its span, and back to the message", async ({ page }) => {
  const transcript = page.getByRole("region", { name: "Transcript" });
  await page.goto(`/cases/${caseId}`);
  await transcript.getByRole("link", { name: "Trace of message 1" }).click();
  await expect(page).toHaveURL(`/traces/${traceId}?span=${spanIds.said}`);
  await page.getByRole("link", { name: "In the case" }).click();
  await expect(page).toHaveURL(`/cases/${caseId}#m0`);
});

test("leaked values are one sentence on the case, linked to the span", async ({ page }) => {
  await page.goto(`/cases/${caseId}`);
  await expect(
    page.getByText("1 value arrived readable: 1 phone number in customer messages.").first(),
  ).toBeVisible();
  await page.getByText("In 1 span", { exact: true }).click();
  await page.getByRole("link", { name: `Span ${spanIds.said}` }).click();
  await expect(page).toHaveURL(`/traces/${traceId}?span=${spanIds.said}`);
  await expect(
    page.getByText("readable, here for the first time: 1 phone number in customer messages"),
  ).toBeVisible();
  await page.getByRole("link", { name: /^Scores/ }).click();
  await expect(page.getByText(/its detector: recall/)).toBeVisible();
});
