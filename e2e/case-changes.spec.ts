import type { APIRequestContext, Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { adminRequest, tokenHeaders } from "./accounts";
import { expect, test } from "./test";

const dayMs = 86_400_000;
const chatTrace = "c0de".repeat(8);
const otherTrace = "c0df".repeat(8);
const ids = { shared: "e2e-change-shared", other: "e2e-change-other" };

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  const chat = {
    case_id: ids.shared,
    channel: "chat",
    "session.id": "chat-1",
    customer_id: "e2e-cu",
  };
  await send(request, [
    spanOf(chatTrace, "1", 0, "turn", chat),
    messageSpan(chatTrace, "2", 1, "customer", "My bassoon arrived without a bocal.", "1"),
    messageSpan(chatTrace, "3", 2, "agent", "A new bocal is on its way to you.", "1"),
    spanOf(chatTrace, "4", 30, "turn", { channel: "sms", "session.id": "sms-1" }, "1"),
    messageSpan(chatTrace, "5", 31, "agent", "Your parcel comes today.", "4"),
    messageSpan(chatTrace, "6", 32, "customer", "Nothing came so far.", "4"),
    spanOf(otherTrace, "1", 50, "turn", {
      case_id: ids.other,
      channel: "voice",
      customer_id: "e2e-cu",
    }),
    messageSpan(otherTrace, "2", 51, "customer", "I am calling about my bocal.", "1"),
  ]);
  await request.dispose();
});

test("a contact is split off, merged back and undone, without leaving the page @release", async ({
  page,
}) => {
  await openCase(page, ids.shared);
  await choose(page, "Split a contact off…");
  const dialog = page.getByRole("dialog", { name: "Split a contact off" });
  await dialog.getByRole("radio", { name: /SMS/ }).check();
  await expect(dialog.getByRole("status")).toHaveText("What moves: 1 trace, 3 spans, 2 messages.");
  await expect(dialog.getByLabel("Id of the new case")).toHaveValue(`${ids.shared}-2`);
  await dialog.getByRole("button", { name: "Split off" }).click();
  await expect(dialog).toBeHidden();
  const log = card(page, "Notes and decisions");
  await expect(log).toContainText("The SMS contact of");
  await expect(figure(page, "Contacts")).toContainText("1");

  await log.getByRole("link", { name: `${ids.shared}-2` }).click();
  await expect(page.locator("code", { hasText: `${ids.shared}-2` }).first()).toBeVisible();
  await expect(page.getByText("Nothing came so far.").first()).toBeVisible();
  await page.goBack();

  await log.getByRole("button", { name: /^Undo/ }).click();
  await expect(log).toBeHidden();
  await expect(figure(page, "Contacts")).toContainText("2");
});

test("a case is merged into another one, and that is undone from either side", async ({ page }) => {
  await openCase(page, ids.other);
  await choose(page, "Merge into another case…");
  const dialog = page.getByRole("dialog", { name: "Merge into another case" });
  await expect(dialog).toContainText("What moves: 1 trace, 2 spans, 1 message.");
  await dialog.getByLabel("Id of the other case").fill("no-such-case");
  await dialog.getByRole("button", { name: "Merge" }).click();
  const wrong = "There is no case no-such-case; check the id.";
  await expect(dialog.getByRole("alert")).toHaveText(wrong);
  await expect(dialog.getByLabel("Id of the other case")).toHaveAccessibleDescription(wrong);
  await dialog.getByLabel("Id of the other case").fill(ids.shared);
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Merged into ${ids.shared}`);

  await page.goto(`/cases/${ids.shared}`);
  await expect(page.getByText("I am calling about my bocal.").first()).toBeVisible();
  await page.getByRole("button", { name: /^Undo: Merged into this one/ }).click();
  await expect(figure(page, "Contacts")).toContainText("2");
  await page.goto(`/cases/${ids.other}`);
  await expect(page.getByText("I am calling about my bocal.").first()).toBeVisible();

  await page.goto(`/audit?action=case-overridden`);
  await page.getByText("Values").first().click();
  const undone = `Before: {"kind":"merge","subject":{"kind":"case"},"fromCaseId":"${ids.other}"`;
  await expect(page.getByText(undone)).toBeVisible();
});

test("a note is masked, kept, and removed", async ({ page }) => {
  await openCase(page, ids.shared);
  await choose(page, "Write a note…");
  const dialog = page.getByRole("dialog", { name: "Write a note" });
  await dialog.getByLabel("Note").fill("\u200b\u2060");
  await expect(dialog.getByRole("button", { name: "Save note" })).toBeDisabled();
  await dialog.getByLabel("Note").fill("Rang her on +44 20 7946 0958 twice.");
  await dialog.getByRole("button", { name: "Save note" }).click();
  const log = card(page, "Notes and decisions");
  await expect(log).toContainText("Rang her on");
  await expect(log).toContainText("phone");
  await expect(log).not.toContainText("7946");
  await log.getByRole("button", { name: "Remove this note" }).click();
  await expect(log).toBeHidden();

  await page.goto("/audit?action=note-changed");
  await page.getByText("Values").first().click();
  await expect(page.getByText(/Before: .*"letters"/u).first()).toBeVisible();
  await expect(page.getByRole("table")).not.toContainText("Rang her");
});

test("the next case of the list is a key away, and the way back leads to the same list", async ({
  page,
}) => {
  await openCase(page, ids.other, "?list=q%3De2e-change");
  const crumbs = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(crumbs).toContainText("1 of 2");
  await page.keyboard.press("]");
  await expect(crumbs).toContainText("2 of 2");
  await expect(page).toHaveURL(new RegExp(`/cases/${ids.shared}[?]list=`));
  await page.keyboard.press("[");
  await expect(crumbs).toContainText("1 of 2");
  await crumbs.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/\/cases\?q=e2e-change$/);
});

test("a handoff leads to its words, the words to their span, and the span back", async ({
  page,
}) => {
  await openCase(page, ids.shared, "?item=h0&list=q%3De2e-change");
  const panel = page.getByRole("region", { name: /^Handoff 1 of 1/ });
  await expect(panel).toContainText("A new bocal is on its way to you.");
  await expect(panel).toContainText("Nothing came so far.");
  await panel.getByRole("link", { name: /^Message 4 in the transcript/ }).click();
  await expect(page.locator("#m3")).toBeInViewport();
  await panel.getByRole("link", { name: "Trace of message 4" }).click();
  await expect(page).toHaveURL(new RegExp(`/traces/${chatTrace}[?]span=0+6`));
  await page.getByRole("link", { name: "In the case" }).click();
  await expect(page).toHaveURL(/list=q%3De2e-change#m3$/);
});

async function openCase(page: Page, caseId: string, search = ""): Promise<void> {
  await expect.poll(async () => (await page.request.get(`/cases/${caseId}`)).status()).toBe(200);
  await page.goto(`/cases/${caseId}${search}`);
}

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: "Change this case" }).click();
  await page.getByRole("menuitem", { name: label }).click();
}

function card(page: Page, title: string) {
  return page.locator("section", { has: page.getByRole("heading", { name: title }) });
}

function figure(page: Page, label: string) {
  return page.locator("dl > div", { has: page.getByText(label, { exact: true }) });
}

async function send(request: APIRequestContext, spans: readonly object[]): Promise<void> {
  const data = { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }] };
  expect((await request.post("/v1/traces", { data, headers: tokenHeaders() })).ok()).toBe(true);
}

function messageSpan(
  traceId: string,
  spanId: string,
  minute: number,
  role: string,
  content: string,
  parent: string,
) {
  const words = { "message.role": role, "message.content": content };
  return spanOf(traceId, spanId, minute, "message", words, parent);
}

function spanOf(
  traceId: string,
  spanId: string,
  minute: number,
  name: string,
  attributes: Record<string, string>,
  parent?: string,
) {
  const startMs = Math.floor(nowUs() / 1000 / dayMs) * dayMs - 40 * dayMs + minute * 60_000;
  return {
    traceId,
    spanId: spanId.padStart(16, "0"),
    ...(parent !== undefined && { parentSpanId: parent.padStart(16, "0") }),
    name,
    kind: 1,
    startTimeUnixNano: `${String(startMs)}000000`,
    endTimeUnixNano: `${String(startMs + 2000)}000000`,
    attributes: Object.entries(attributes).map(([key, stringValue]) => ({
      key,
      value: { stringValue },
    })),
  };
}
