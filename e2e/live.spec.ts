import type { APIRequestContext, Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { adminRequest, tokenHeaders } from "./accounts";
import { expect, test } from "./test";

const minuteMs = 60_000;
const agent = "e2e-live-agent";
const ids = { waiting: "e2e-live-waiting", clock: "e2e-live-clock", promise: "e2e-live-promise" };
const answers = "I will check that with our warehouse.";

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  await send(request, [
    ...conversation("1", ids.waiting, {}, [
      ["customer", "Where is my parcel with the oboe reed?"],
      ["agent", answers],
      ["customer", "It has been two weeks. Can you tell me where it is?"],
    ]),
    ...conversation(
      "2",
      ids.clock,
      { "sla.due": new Date(nowUs() / 1000 - 5 * minuteMs).toISOString() },
      [
        ["customer", "My metronome stopped."],
        ["agent", answers],
      ],
    ),
    ...conversation("3", ids.promise, {}, [
      ["customer", "Nobody rang me about the tuning fork."],
      ["agent", "I am sorry. I will call you back within 20 minutes."],
    ]),
  ]);
  await request.dispose();
});

test("the most pressing case is first, with its reason, and a key opens it", async ({ page }) => {
  await openLive(page, `?agent=${agent}`);
  const rows = page.getByRole("row").filter({ hasText: "e2e-live" });
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: ids.waiting })).toContainText(
    /customer waiting for \d+ min/u,
  );
  await expect(rows.filter({ hasText: ids.waiting })).toContainText("Can you tell me where it is?");
  await expect(rows.filter({ hasText: ids.clock })).toContainText("SLA missed");
  await expect(rows.filter({ hasText: ids.promise })).toContainText("callback due");
  await expect(rows).toContainText([ids.promise, ids.clock, ids.waiting]);
  await page.keyboard.press("j");
  const first = await rows.first().getByRole("link").first().innerText();
  await expect(page.locator("tr[data-selected]")).toContainText(first);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/${first}`, "u"));
});

test("a promise stands with its words, who made it and its time", async ({ page }) => {
  await openLive(page, `?list=promises&agent=${agent}`);
  const row = page.getByRole("row").filter({ hasText: ids.promise });
  await expect(row).toContainText("I will call you back within 20 minutes.");
  await expect(row).toContainText(`promised by ${agent}`);
  await expect(row).toContainText(/\d+ (min|h|d|s) (left|late)/u);
  await row.getByRole("link", { name: "Callback" }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${ids.promise}[?]item=p0`, "u"));
});

test("a case is taken, noted, snoozed and handled by keys, and the audit knows it @release", async ({
  page,
}) => {
  await openLive(page, `?agent=${agent}`);
  const row = page.getByRole("row").filter({ hasText: ids.waiting });
  await row.getByText("Can you tell me where it is?").click();
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog").getByLabel("To")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row).toContainText("you");
  await page.keyboard.press("n");
  const note = page.getByRole("dialog", { name: "Write a note" });
  await note.getByLabel("Note").fill("Asked the warehouse, call her after lunch.");
  await page.keyboard.press("Control+Enter");
  await expect(row).toContainText("Note: Asked the warehouse");
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog").getByLabel("How long")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row).toHaveCount(0);
  await openLive(page, `?list=snoozed&agent=${agent}`);
  await expect(row).toContainText(/Snoozed until .* customer’s next contact/u);
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await expect(row).toHaveCount(0);
  await openLive(page, `?list=mine&agent=${agent}`);
  await expect(row).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await expect(row).toHaveCount(0);
  await openLive(page, `?list=handled&agent=${agent}`);
  await row.getByRole("button", { name: `Act on ${ids.waiting}` }).click();
  await page.getByRole("menuitem", { name: "Put it back on the list" }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`/audit?action=case-attended`);
  await page.getByText("Values").first().click();
  await expect(page.getByText(/"case-handled","isHandled":false/u).first()).toBeVisible();
});

async function openLive(page: Page, search: string): Promise<void> {
  await expect
    .poll(async () => (await page.request.get(`/cases/${ids.promise}`)).status())
    .toBe(200);
  await page.goto(`/live${search}`);
}

type Turn = readonly ["customer" | "agent", string];

/** A chat that began ten minutes ago, a message a minute. */
function conversation(mark: string, caseId: string, attributes: object, turns: readonly Turn[]) {
  const traceId = `11fe${mark}`.padEnd(32, "0");
  const common = { case_id: caseId, channel: "chat", "session.id": caseId, ...attributes };
  const served = { ...common, "agent.kind": "human", "agent.id": agent, team: "e2e-live" };
  return turns.map(([role, content], at) =>
    spanOf(traceId, String(at + 1), at - 10, {
      ...(role === "agent" ? served : common),
      ...{ customer_id: `${caseId}-customer`, "message.role": role, "message.content": content },
    }),
  );
}

function spanOf(traceId: string, mark: string, minute: number, attributes: object) {
  const startNano = BigInt(nowUs() + minute * minuteMs * 1000) * 1000n;
  return {
    ...{ traceId, spanId: mark.padStart(16, "b"), name: "message" },
    startTimeUnixNano: String(startNano),
    endTimeUnixNano: String(startNano + 1_000_000n),
    attributes: Object.entries(attributes).map(([key, value]) => ({
      key,
      value: { stringValue: String(value) },
    })),
  };
}

async function send(request: APIRequestContext, spans: readonly object[]): Promise<void> {
  const answer = await request.post("/v1/traces", {
    headers: tokenHeaders(),
    data: { resourceSpans: [{ scopeSpans: [{ spans }] }] },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
