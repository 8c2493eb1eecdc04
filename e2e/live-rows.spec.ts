import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { runCli } from "@/lib/testing/run-cli";
import { makeToken, signInByRequest } from "./accounts";
import { openEventStream } from "./event-stream";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const agent = "agent-204";
let server: OwnServer;
let token = "";
let spans = 0;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({}, info) => {
  const file = info.outputPath("first.jsonl");
  const lines = ["one", "two", "three"].flatMap((id) => [
    otlpRequest([spanOf(id, `Where is my ${id}?`, -3)]),
  ]);
  // An agent answered the fourth, so that nothing is needed.
  const answered = [
    otlpRequest([spanOf("calm", "Where is my bow?", -4)]),
    otlpRequest([spanOf("calm", "It is in the shop.", -3, "agent")]),
  ];
  writeFileSync(file, asLines([...lines, ...answered]));
  server = await startOwnServer([file]);
  token = await makeToken(server.data);
});
test.afterEach(async ({ page }) => {
  await page.goto("about:blank");
});
test.afterAll(async () => {
  await server.stop();
});

test("rows keep their places under the pointer, and follow once it is gone", async ({ page }) => {
  await page.goto(`${server.url}/live`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(3);
  const first = await rows.first().getByRole("link").first().innerText();
  await page.getByText("Where is my two?").hover();
  const box = await rows.nth(1).boundingBox();
  await say("new-1", "Can you help me at once?");
  const waiting = page.getByRole("button", { name: "1 new" });
  await expect(async () => {
    // A pointer that rests holds nothing for long.
    await page.mouse.move((box?.x ?? 0) + 40 + Math.random() * 20, (box?.y ?? 0) + 8);
    expect(await waiting.count()).toBe(1);
  }).toPass();
  await expect(rows).toHaveCount(3);
  await expect(rows.first().getByRole("link").first()).toHaveText(first);
  await page.mouse.move(2, 2);
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText("Can you help me at once?");
});

test("a note that is being written, and what has focus, survive that the list changes", async ({
  page,
}) => {
  await page.goto(`${server.url}/live`);
  const row = rowsOf(page).filter({ hasText: "three" });
  await row.getByText("Where is my three?").click();
  await page.keyboard.press("n");
  const note = page.getByRole("dialog", { name: "Write a note" }).getByLabel("Note");
  await note.fill("She will call");
  await say("three", "Can you tell me today?");
  // The rows are hidden from roles while a dialog is open.
  await expect(page.getByText("Can you tell me today?")).toBeVisible();
  await expect(note).toBeFocused();
  await note.pressSequentially(" at noon.");
  await expect(note).toHaveValue("She will call at noon.");
  await page.keyboard.press("Escape");
  const act = row.getByRole("button", { name: /Act on/u });
  await act.click();
  await say("one", "Can you tell me, too?");
  await expect(rowsOf(page).filter({ hasText: "Can you tell me, too?" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Assign…" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(act).toBeFocused();
  await say("new-2", "Is anybody there?");
  await expect(rowsOf(page).first()).toContainText("Is anybody there?");
  await expect(act).toBeFocused();
});

test("what is new is said once and politely to screen readers", async ({ page }) => {
  await page.goto(`${server.url}/live`);
  await expect(rowsOf(page).first()).toBeVisible();
  await say("new-3", "Is the rosin here?");
  await say("new-4", "Is the mute here?");
  await expect(page.getByRole("status").filter({ hasText: "new on the list" })).toHaveText(
    /^2 cases are new on the list[.]$/u,
  );
});

test("an agent's id finds her cases on all lists, and mine lists those that need nothing", async ({
  page,
}) => {
  await page.goto(`${server.url}/live`);
  await page.getByLabel("Agent, team, case or customer").fill("AGENT-204");
  await page.keyboard.press("Enter");
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page).first()).toContainText(/calm.*nothing needed now/su);
  await page.goto(`${server.url}/cases?q=agent-204&cols=agent.team`);
  const calm = page.getByRole("row").filter({ hasText: "calm" });
  await expect(calm).toContainText(agent);
  await say("calm", "Is it really there?");
  await page.goto(`${server.url}/live?find=agent-204`);
  await expect(rowsOf(page)).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
  await expect(rowsOf(page).first()).toContainText("you");
  await say("calm", "Yes, I have it here.", "agent");
  await page.goto(`${server.url}/live?list=mine`);
  await expect(rowsOf(page).first()).toContainText("nothing needed now");
  await page.getByRole("link", { name: "Last 12 hours" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "took it" })).toContainText("calm");
});

test("a page that was hidden, or without a network, catches up without a reload", async ({
  page,
  context,
  complaints,
}) => {
  await page.goto(`${server.url}/live`);
  await expect(rowsOf(page).first()).toBeVisible();
  const loadedAt = await page.evaluate(() => performance.timeOrigin);
  await show(page, "hidden");
  await say("lid-1", "Is the lid closed?");
  await show(page, "visible");
  await expect(rowsOf(page).filter({ hasText: "Is the lid closed?" })).toBeVisible();
  await context.setOffline(true);
  await say("lid-2", "Is the network gone?");
  await context.setOffline(false);
  await expect(rowsOf(page).filter({ hasText: "Is the network gone?" })).toBeVisible();
  await server.restart();
  await say("lid-3", "Is the server back?");
  await expect(rowsOf(page).filter({ hasText: "Is the server back?" })).toBeVisible();
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  // The browser says so each time that it does not reach the server.
  expect(complaints.splice(0).every((each) => each.includes("net::ERR_"))).toBe(true);
});

test("while the server is away lists and cases say so, and what is typed stays and can be sent later", async ({
  page,
  complaints,
}) => {
  await page.goto(`${server.url}/live`);
  await rowsOf(page).filter({ hasText: "two" }).getByText("Where is my two?").click();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Write a note" });
  const note = dialog.getByLabel("Note");
  await note.fill("She will write.");
  const away = page.getByText("This list may be out of date");
  const other = await page.context().newPage();
  await other.goto(`${server.url}/cases/two`);
  const caseAway = other.getByText("This case may be out of date");
  // What is open ends with the server; what is asked for then goes nowhere.
  await page.context().route("**", (route) => route.abort());
  await server.restart();
  await dialog.getByRole("button", { name: "Save note" }).click();
  await expect(dialog).toContainText(/This may not have been saved.*could not be reached/u);
  await expect(away).toBeVisible();
  await expect(caseAway).toBeVisible();
  await expect(note).toHaveValue("She will write.");
  await page.context().unroute("**");
  await expect(away).toBeHidden();
  await expect(caseAway).toBeHidden();
  await dialog.getByRole("button", { name: "Save note" }).click();
  await expect(rowsOf(page).filter({ hasText: "She will write." })).toBeVisible();
  expect(complaints.splice(0).every((each) => each.includes("net::ERR_"))).toBe(true);
});

test("an open case shows what is new once a dialog is closed", async ({ page }) => {
  await page.goto(`${server.url}/cases/three`);
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("menuitem", { name: "Write a note…" }).click();
  const note = page.getByRole("dialog").getByLabel("Note");
  await note.fill("She waits.");
  await say("three", "Is it in the post?");
  await expect(note).toHaveValue("She waits.");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Is it in the post?").first()).toBeVisible();
});

test("an open list follows a changed scope, and ends with the session", async ({ playwright }) => {
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  await signInByRequest(request, server, "supervisor", "--region", "US");
  const list = await openEventStream(server.url, request, "/api/live/list");
  await say("eu-1", "Is the cello here?", "customer", "EU");
  await say("us-1", "Is the viola here?", "customer", "US");
  await expect.poll(() => list.text()).toContain("viola");
  expect(list.text()).not.toContain("cello");
  const email = "supervisor--regionus@example.com";
  await cli("user", "role", email, "supervisor", "--region", "EU");
  await expect.poll(() => list.text()).toContain("cello");
  const before = list.text().length;
  await say("us-1", "Is the bow of the viola here?", "customer", "US");
  await say("eu-1", "Is the bow of the cello here?", "customer", "EU");
  await expect.poll(() => list.text()).toContain("bow of the cello");
  expect(list.text().slice(before)).not.toContain("bow of the viola");
  await cli("user", "revoke", email);
  await list.ended;
  expect(list.text()).toContain("event: ended");
  await request.dispose();
});

function rowsOf(page: Page) {
  return page.getByRole("row").filter({ has: page.getByRole("link") });
}

async function cli(...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runCli([...args], { data: server.data });
  expect(code, stderr).toBe(0);
}

/** What the browser does when a tab is covered, or the lid of a laptop is closed, and back. */
async function show(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

async function say(id: string, content: string, role = "customer", region = "EU"): Promise<void> {
  const body = JSON.stringify(otlpRequest([spanOf(id, content, 0, role, region)]));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${server.url}/v1/traces`, { method: "POST", headers, body });
  expect(answer.status, await answer.text()).toBe(200);
}

function spanOf(
  id: string,
  content: string,
  minute: number,
  role = "customer",
  region = "EU",
): PlainSpan {
  spans += 1;
  const served = { "agent.kind": "human", "agent.id": agent, team: "strings" };
  return {
    traceId: String(spans).padStart(32, "e"),
    spanId: String(spans).padStart(16, "e"),
    name: "message",
    startUs: nowUs() + minute * 60_000_000,
    attributes: {
      ...{ case_id: id, customer_id: `${id}-customer`, channel: "chat", region },
      ...{ "session.id": id, "message.role": role, "message.content": content },
      ...(role === "agent" ? served : {}),
    },
  };
}
