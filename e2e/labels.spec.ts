import type { Page } from "@playwright/test";
import { signInAs, signInByRequest, tokenHeaders } from "./accounts";
import { callAction } from "./call-action";
import type { OwnServer } from "./own-server";
import { expect, test } from "./test";

const caseId = "e2e-label-1";
let server: OwnServer;

// Signing in ends the current session, and the admin's is shared by all tests.
test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async ({ playwright, server: own }) => {
  server = own;
  const request = await playwright.request.newContext();
  const messageSpan = (spanId: string, at: number, role: string, content: string) => ({
    traceId: "1abe1".padStart(32, "0"),
    spanId: spanId.padStart(16, "0"),
    name: "message",
    startTimeUnixNano: `${String(Date.UTC(2026, 9, 5, 9) + at * 60_000)}000000`,
    endTimeUnixNano: `${String(Date.UTC(2026, 9, 5, 9) + at * 60_000)}000000`,
    attributes: Object.entries({
      case_id: caseId,
      channel: "chat",
      "message.role": role,
      "message.content": content,
    }).map(([key, stringValue]) => ({ key, value: { stringValue } })),
  });
  const spans = [
    messageSpan("1", 0, "customer", "My bassoon has arrived without a bocal."),
    messageSpan("2", 1, "agent", "I will send a new bocal to you by Friday."),
    messageSpan("3", 2, "customer", "Perfect, thank you!"),
  ];
  const answer = await request.post(`${server.url}/v1/traces`, {
    data: { resourceSpans: [{ scopeSpans: [{ spans }] }] },
    headers: tokenHeaders(),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await request.dispose();
});

test("a score is labelled by keyboard alone, and the label stands after a reload until it is withdrawn", async ({
  page,
}) => {
  await signInAs(page, server, "supervisor");
  await openCase(page);
  const group = scoreOf(page);
  await group.getByRole("button", { name: "Right" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "What should it be?" });
  await expect(dialog.getByLabel("It is or should be")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("She rang again on +44 20 7946 0958.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(selected(page)).toContainText("Marked wrong by you");
  await page.reload();
  await expect(selected(page)).toContainText("She rang again on");
  await expect(selected(page)).not.toContainText("7946");
  await expect(scoreOf(page).getByRole("button", { name: "Wrong…" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await scoreOf(page).getByRole("button", { name: "Right" }).click();
  await expect(selected(page)).toContainText("Marked right by you");
  await expect(selected(page)).not.toContainText("Marked wrong");
  await selected(page).getByRole("button", { name: "Withdraw: Marked right" }).click();
  await expect(selected(page)).not.toContainText("Marked right");
});

const label = {
  caseId,
  mark: 1,
  place: { kind: "interaction", ordinal: 0 },
  evaluator: "conversation_resolution",
  answer: { kind: "right" },
  reason: "",
};

test("who sees another region labels nothing here: there is no such case", async ({ request }) => {
  await signInByRequest(request, server, "supervisor", "--region", "EU");
  expect(await callAction(request, server.url, "giveLabel", label)).toContain("There is no case");
});

test("who may not label sees no control, and is refused by the server", async ({ page }) => {
  await signInAs(page, server, "cx");
  await openCase(page);
  await expect(page.getByRole("button", { name: "Wrong…" })).toHaveCount(0);
  const { request } = page.context();
  const refusal = '"code":"not-allowed"';
  expect(await callAction(request, server.url, "giveLabel", label)).toContain(refusal);
  expect(await callAction(request, server.url, "withdrawLabel", 1)).toContain(refusal);
});

async function openCase(page: Page): Promise<void> {
  const url = `${server.url}/cases/${caseId}`;
  // The page of a case that is not derived yet is a 404, which a browser complains of.
  await expect.poll(async () => (await page.request.get(url)).status()).toBe(200);
  await page.goto(url);
  await expect(selected(page)).toBeVisible();
}

function selected(page: Page) {
  return page.locator("#selected");
}

function scoreOf(page: Page) {
  return selected(page).getByRole("group", { name: /^Label: Contact resolved/ });
}
