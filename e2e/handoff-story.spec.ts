import type { Page } from "@playwright/test";
import { signInAs, tokenHeaders } from "./accounts";
import type { OwnServer } from "./own-server";
import { expect, test } from "./test";

const caseId = "e2e-handoff-1";
const dayMinutes = 1440;
const aside = "Lines are busy today, thank you for waiting.\n".repeat(30);
let server: OwnServer;

// Signing in ends the current session, and the admin's is shared by all tests.
test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async ({ playwright, server: own }) => {
  server = own;
  const request = await playwright.request.newContext();
  const span = (spanId: string, at: number, channel: string, more: Record<string, string>) => ({
    traceId: `${channel === "chat" ? "1" : "2"}abe5`.padStart(32, "0"),
    spanId: spanId.padStart(16, "0"),
    name: "step",
    startTimeUnixNano: `${String(Date.UTC(2026, 9, 5, 9) + at * 60_000)}000000`,
    endTimeUnixNano: `${String(Date.UTC(2026, 9, 5, 9) + at * 60_000)}000000`,
    attributes: Object.entries({ case_id: caseId, channel, ...more }).map(([key, stringValue]) => ({
      key,
      value: { stringValue },
    })),
  });
  const messageSpan = (
    spanId: string,
    at: number,
    channel: string,
    role: string,
    content: string,
  ) => span(spanId, at, channel, { "message.role": role, "message.content": content });
  const passage = "Tents can be returned within 30 days of delivery. Returns are free of charge.";
  const spans = [
    messageSpan("1", 0, "chat", "customer", "I want to return the tent of my order W5512390."),
    span("2", 1, "chat", {
      "openinference.span.kind": "RETRIEVER",
      "retrieval.documents.0.document.id": "returns",
      "retrieval.documents.0.document.content": passage,
    }),
    messageSpan("3", 2, "chat", "agent", "Tents can be returned within 90 days of delivery."),
    messageSpan("4", dayMinutes, "voice", "customer", "I am calling about my return."),
    messageSpan(
      "5",
      dayMinutes + 1,
      "voice",
      "agent",
      `Of course.\n${aside}What is your order number?`,
    ),
    messageSpan("6", dayMinutes + 2, "voice", "customer", "I gave it in the chat: W5512390."),
  ];
  const answer = await request.post(`${server.url}/v1/traces`, {
    data: { resourceSpans: [{ scopeSpans: [{ spans }] }] },
    headers: tokenHeaders(),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await request.dispose();
});

test("a handoff lists what was asked again, with quotes that link to the messages", async ({
  page,
}) => {
  await signInAs(page, server, "supervisor");
  await openCase(page, "");
  const facts = page.getByRole("list", { name: "Facts and promises" }).first();
  await expect(facts).toContainText(/asked again.*order.*number/i);
  await expect(facts).toContainText("W5512390");
  await facts.getByRole("link", { name: /What is your order number/ }).click();
  await expect(page.locator("mark:target")).toContainText("What is your order number?");
});

test("a quote of a long message is visible beside the handoff", async ({ page }) => {
  await signInAs(page, server, "cx");
  await openCase(page, "");
  const turn = page
    .getByRole("region", { name: /^Handoff 1 of 1/ })
    .getByRole("paragraph")
    .filter({ hasText: "Lines are busy" });
  const quoted = turn.locator("mark").filter({ hasText: "What is your order number?" });
  const [around, words] = [await turn.boundingBox(), await quoted.boundingBox()];
  if (around === null || words === null) throw new Error("the turn is not drawn");
  expect(words.y + words.height).toBeLessThanOrEqual(around.y + around.height + 1);
});

test("the claims of an answer are shown beside its retrieved passages", async ({ page }) => {
  await signInAs(page, server, "engineer");
  await openCase(page, "?item=c0");
  const claims = page.getByRole("listitem").filter({ hasText: "No passage names" });
  await expect(claims).toContainText("contradicted");
  await expect(claims).toContainText("within 30 days");
  await expect(claims).toContainText("No passage names “90”.");
  await expect(claims).toContainText("Tents can be returned within 90 days");
});

async function openCase(page: Page, query: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}/cases/${caseId}${query}`);
    await expect(page.locator("#selected")).toBeVisible();
  }).toPass();
}
