import type { Page } from "@playwright/test";
import { storyNames, type StoryName } from "@/lib/demo/story-names";
import type { Role } from "@/lib/domain/people/permission";
import { signInAs } from "./accounts";
import { counted, entry, figure, link, type Click } from "./clicks";
import { casesOfStory } from "./demo-stories";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

type Walk = { readonly story: StoryName; readonly as: Role; readonly clicks: readonly Click[] };

/** The click path of each story from a role's start page; the last click opens one of its cases. */
const walks: readonly Walk[] = [
  {
    story: "promise-unknown-on-the-phone",
    as: "cx",
    clicks: [entry("Handoffs"), figure("Promises lost on the way")],
  },
  {
    story: "account-number-three-times",
    as: "supervisor",
    clicks: [entry("Handoffs"), figure("Handoffs that ask again")],
  },
  {
    story: "promise-known-on-the-phone",
    as: "cx",
    clicks: [entry("Handoffs"), link(/^Known \d/u)],
  },
  { story: "reopened-after-closing", as: "cx", clicks: [link(/^Came back/u)] },
  { story: "merged-duplicate", as: "cx", clicks: [link(/merged into others$/u)] },
  { story: "words-stripped", as: "cx", clicks: [link(/without the customer’s words$/u)] },
  { story: "record-without-traces", as: "cx", clicks: [link(/without the customer’s words$/u)] },
  { story: "billing-error-third-time", as: "cx", clicks: [link(/^Came back/u)] },
  { story: "happy-chat-never-closed", as: "cx", clicks: [link(/^Never closed/u)] },
  {
    story: "chat-contained-then-voice",
    as: "cx",
    clicks: [
      (page) =>
        page
          .locator("section")
          .filter({
            has: page.getByRole("heading", { name: /contained contacts .*the customer was back/u }),
          })
          .getByRole("link", { name: "Voice" })
          .click(),
    ],
  },
  { story: "sla-paused", as: "supervisor", clicks: [entry("SLA"), figure("Clock paused")] },
  {
    story: "sla-breached",
    as: "supervisor",
    clicks: [entry("SLA"), link(/^Ended late/u)],
  },
  {
    story: "ai-to-human-in-one-chat",
    as: "supervisor",
    clicks: [entry("Handoffs"), link(/: Whole conversation$/u)],
  },
  { story: "prompt-comparison-a", as: "cx", clicks: [entry("Compare"), link(/^a-3: /u)] },
  { story: "prompt-comparison-b", as: "cx", clicks: [entry("Compare"), link(/^b-3: /u)] },
  {
    story: "voice-turned-formal",
    as: "cx",
    clicks: [entry("Persona"), link(/^support-core v8 on Voice/u)],
  },
  {
    story: "template-changed-within-a-case",
    as: "cx",
    clicks: [entry("Persona"), link(/met both v7 and v8$/u)],
  },
  {
    story: "outage-step-north",
    as: "supervisor",
    clicks: [entry("SLA"), link(/Resolved cases: Network north$/u)],
  },
  {
    story: "outage-step-others",
    as: "supervisor",
    clicks: [entry("SLA"), link(/Resolved cases: Network$/u)],
  },
  {
    story: "outage-recurring",
    as: "supervisor",
    clicks: [entry("Insights"), link(/^\d+ cases$/u)],
  },
  {
    story: "pii-in-tools-and-urls",
    as: "cx",
    clicks: [entry("Metrics"), counted("pii_critical_leaks")],
  },
  {
    story: "disclosure-given-by-sms",
    as: "supervisor",
    clicks: [entry("Journeys"), link(/^Chat → SMS: /u)],
  },
  {
    story: "disclosure-missed-by-sms",
    as: "supervisor",
    clicks: [entry("Metrics"), counted("disclosures_missing")],
  },
];

test.describe.configure({ mode: "parallel" });
test("every story of the demo is walked @release", () => {
  expect([...new Set(walks.map(({ story }) => story))].sort()).toEqual([...storyNames].sort());
});

for (const role of ["cx", "supervisor"] as const) {
  test(`as ${role}, each story of the demo is three clicks away at most`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    await signInAs(page, server, role);
    await showDemo(page);
    await page.goto("/");
    const title = page.getByRole("heading", { level: 1 });
    const start = await title.innerText();
    for (const { story, clicks } of walks.filter(({ as }) => as === role)) {
      for (const click of clicks) {
        const before = page.url();
        await click(page);
        await expect(page, story).not.toHaveURL(before);
      }
      expect(clicks.length, story).toBeLessThan(3);
      const ids = casesOfStory(story);
      await expect
        .poll(async () => (await caseIds(page)).filter((id) => ids.includes(id)).length, {
          message: story,
        })
        .toBeGreaterThan(0);
      const id = (await caseIds(page)).find((each) => ids.includes(each)) ?? "";
      await page.getByRole("link", { name: id, exact: true }).first().click();
      await expect(page).toHaveURL(new RegExp(`/cases/${id}`, "u"));
      await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
      await page.evaluate((steps) => history.go(-steps), clicks.length + 1);
      await expect(title, story).toHaveText(start);
    }
    await context.close();
  });
}

test("a supervisor sees in three clicks which team resolves outages faster, and opens its cases", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/cases?period=all");
  await entry("SLA")(page);
  await expect(page).toHaveURL(/\/sla\?period=all$/u);
  await page.getByRole("button", { name: /^all case types/u }).click();
  await page.getByRole("menuitemradio", { name: /^outage/iu }).click();
  const title = /^Network north resolves fastest: half of its/u;
  const table = page.getByRole("region", { name: title });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table).not.toContainText("Billing");
  const counted = table.getByRole("link", { name: /Resolved cases: Network north$/u });
  const count = await counted.innerText();
  await counted.click();
  await expect(page).toHaveURL(/\/cases\?type=outage&team=Network\+north&/u);
  const file = await page.request.get(page.url().replace("/cases?", "/cases.csv?"));
  expect((await file.text()).trimEnd().split("\r\n")).toHaveLength(Number(count) + 1);
});

/** The cases linked from the page. */
function caseIds(page: Page): Promise<string[]> {
  return page
    .locator('main a[href*="/cases/"]')
    .evaluateAll((links) =>
      links.map((each) =>
        decodeURIComponent(
          new URL((each as HTMLAnchorElement).href).pathname.split("/").at(-1) ?? "",
        ),
      ),
    );
}

test("the report prints on a few self-contained sheets @release", async ({ page }) => {
  await showDemo(page);
  await page.goto("/overview?period=30d");
  const lede = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(lede);
  for (const fact of ["Cases opened", "Filters", "Days and times", "Definitions", "Data"]) {
    await expect(page.locator("dt", { hasText: fact }).first()).toBeVisible();
  }
  await expect(page.getByRole("img", { name: /by week of opening: lowest/u })).toHaveCount(4);
  await expect(page.getByText(/^A (Release|Prompt), \d+ \w+ 2026: /u)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Week by week" })).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThan(8);
});
