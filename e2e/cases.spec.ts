import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

/** Voice cases handed over from chat and not resolved. */
const asked =
  "/cases?channel=voice&outcome=reopened&outcome=closed_likely&outcome=closed_unproven&outcome=fell_quiet&outcome=unresolved&switch=chat%3Evoice";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const rows = (page: Page) => page.locator("tbody tr[id^='row-']");
const selectedRow = (page: Page) => page.locator("tr[data-selected]");
const preview = (page: Page) => page.getByRole("complementary", { name: /^Preview of case/ });

const handoff = (page: Page) => page.getByRole("heading", { name: /^Handoff \d+ of/ });
/** A row with a handoff that lost facts. */
const askedAgain = /0 of \d+ kept/;

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => document.activeElement?.ariaLabel ?? "");
    expect(label).toMatch(name);
  }).toPass({ intervals: [0] });
}

/** Waits until the rows match the URL. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".cases-table")).toHaveAttribute("aria-busy", "false");
}

/** The listed case ids in order. */
async function listedCases(page: Page): Promise<string[]> {
  return rows(page).getByRole("rowheader").allInnerTexts();
}

/** Waits until the page's script handles keys. */
async function untilKeysAreHeard(page: Page): Promise<void> {
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
}

test.describe.configure({ mode: "parallel" });
test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

test("a supervisor finds, opens and comes back from a case that broke between chat and voice @release", async ({
  page,
}) => {
  await page.goto("/cases");
  await expect(heading(page)).toContainText("not resolved with evidence");

  const filters = page.getByRole("group", { name: "Filters", exact: true });
  await filters.getByRole("button", { name: "Not resolved" }).click();
  await expect(page).toHaveURL(/outcome=unresolved/);
  await settled(page);
  await filters.getByRole("group", { name: "Channel", exact: true }).getByLabel("Voice").click();
  await expect(page).toHaveURL(/channel=voice/);
  await settled(page);
  await filters.getByRole("group", { name: "Handed over" }).getByLabel("Chat → Voice").click();
  await expect(page).toHaveURL(asked);

  const sentence = page.getByRole("group", { name: "Filters in words" });
  await expect(sentence).toContainText("that were not resolved with evidence");
  await expect(sentence).toContainText("handed over Chat → Voice");
  const total = (await heading(page).innerText()).split(" ")[0] ?? "";
  await expect(pages(page)).toContainText(`of ${total}`);
  const listed = await listedCases(page);

  const broken = rows(page).filter({ hasText: askedAgain }).first();
  const caseId = await broken.getByRole("rowheader").innerText();
  await broken.getByRole("button", { name: `Preview ${caseId}` }).click();
  await expect(preview(page)).toContainText("Why it is on this list");
  await expect(preview(page).getByRole("link", { name: "Open", exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${asked}&peek=${caseId}`);

  await preview(page).getByRole("link", { name: "Open", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}\\?list=`));
  await expect(handoff(page)).toBeVisible();
  await expect(page.locator("main mark").nth(1)).toBeVisible();
  await page
    .getByRole("link", { name: /^Trace of message/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/traces\//);

  await page.goBack();
  await expect(handoff(page)).toBeVisible();
  await page.locator('main a[href^="/cases?"]').first().click();
  await expect(page).toHaveURL(`${asked}&peek=${caseId}`);
  await expect.poll(() => listedCases(page)).toEqual(listed);
  await expect(selectedRow(page)).toContainText(caseId);
});

test("the same by keyboard alone", async ({ page }) => {
  await page.goto(asked);
  await untilKeysAreHeard(page);
  const listed = await listedCases(page);

  await page.keyboard.press("j");
  await expect(selectedRow(page)).toContainText(listed[0] ?? "");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(selectedRow(page)).toContainText(listed[1] ?? "");
  await expect(preview(page)).toContainText(listed[1] ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/cases/${listed[1] ?? ""}\\?list=`));

  await untilKeysAreHeard(page);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(handoff(page)).toBeVisible();
  await tabTo(page, /^Trace of message/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/traces\//);
  await page.goBack();
  await expect(handoff(page)).toBeVisible();
  await expect(async () => {
    if (new URL(page.url()).pathname !== "/cases") await page.goBack();
    await expect(rows(page).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(selectedRow(page)).toContainText(listed[1] ?? "");
  await page.keyboard.press("Escape");
  await expect(preview(page)).toBeHidden();
  await expect(page).toHaveURL(asked);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/cases");

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("jk?credit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/cases?q=jk%3Fcredit");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
});

test("the help lists the keys, and switches them off", async ({ page }) => {
  await page.goto("/cases");
  await untilKeysAreHeard(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Select the next case");
  await page.keyboard.press("j");
  await expect(page).toHaveURL("/cases");

  await help.getByRole("checkbox", { name: "Listen to keyboard shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("j");
  await expect(selectedRow(page)).toHaveCount(0);
});

test("every state of the list survives a reload, and Back and Forward", async ({ page }) => {
  const steps: { address: string; act: () => Promise<void> }[] = [
    {
      address: "/cases?sort=touchpoints",
      act: () => page.getByRole("columnheader").getByRole("link", { name: "Contacts" }).click(),
    },
    {
      address: "/cases?sort=touchpoints&page=2",
      act: () => pages(page).getByRole("link", { name: "Next" }).click(),
    },
    {
      address: "/cases?type=billing&sort=touchpoints",
      act: () => page.getByRole("checkbox", { name: /^billing/ }).click(),
    },
    {
      address: "/cases?type=billing&period=all&sort=touchpoints",
      act: async () => {
        await page.getByRole("button", { name: /^Period/ }).click();
        await page.getByRole("button", { name: "Any time" }).click();
      },
    },
    {
      address:
        "/cases?type=billing&period=all&sort=touchpoints&cols=customer.type.journey.touchpoints.handoffs.outcome.last_contact",
      act: async () => {
        await page.getByRole("button", { name: "Columns" }).click();
        await page.getByRole("menuitemcheckbox", { name: "Customer" }).click();
        await page.keyboard.press("Escape");
      },
    },
  ];
  await page.goto("/cases");
  const seen: { address: string; listed: string[] }[] = [];
  for (const { address, act } of steps) {
    await act();
    await expect(page).toHaveURL(address);
    await settled(page);
    const listed = await listedCases(page);
    await page.reload();
    await expect(page).toHaveURL(address);
    await expect.poll(() => listedCases(page)).toEqual(listed);
    seen.push({ address, listed });
  }
  await expect(page.getByRole("columnheader", { name: "Customer" })).toBeVisible();
  for (const { address, listed } of seen.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect.poll(() => listedCases(page)).toEqual(listed);
  }
  await page.goForward();
  await expect.poll(() => listedCases(page)).toEqual(seen[1]?.listed);
});

test("sorting is announced to screen readers", async ({ page }) => {
  await page.goto("/cases?sort=touchpoints");
  await expect(page.getByRole("columnheader", { name: "Contacts" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
});

test("a bar of the strip narrows the list to its days, and its table does the same", async ({
  page,
}) => {
  await page.goto("/cases");
  const strip = page.getByRole("region", { name: "Cases by the day they were opened" });
  await strip.getByText("Show as table").click();
  const days = strip.getByRole("row").filter({ has: page.getByRole("cell", { name: /^[1-9]/ }) });
  const day = days.filter({ has: page.getByRole("link") }).nth(1);
  const count = await day.getByRole("cell").last().innerText();
  await day.getByRole("link").click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await expect(pages(page)).toContainText(`of ${count}`);
});

test("filters without results are listed and can be removed", async ({ page }) => {
  await page.goto("/cases?q=nobody-says-this&channel=sms&colour=red");
  await expect(page.getByText("“colour”")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  const inForce = page.getByRole("list", { name: "Filters in force" });
  await inForce.getByRole("link", { name: "Remove the filter “nobody-says-this”" }).click();
  await expect(page).toHaveURL("/cases?channel=sms");
  await page.goto("/cases?q=nobody-says-this&channel=sms");
  await expect(inForce).toContainText("Last 90 days of data");
  await inForce.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL("/cases");
});

test("what a tool said is found in upper case, marked in its case, and its failure stopped at", async ({
  page,
}) => {
  await page.goto("/cases?q=UPSTREAM+BILLING&period=all");
  const line = page.getByRole("link", { name: /^Tool refund_payment: .*upstream billing/ }).first();
  await expect(line.locator("mark").first()).toHaveText("upstream");
  await line.click();
  await expect(page).toHaveURL(/list=q%3DUPSTREAM%2BBILLING.*#m\d+w1$/);
  const found = page.locator("mark[data-hit]");
  await expect(found.first()).toHaveText("upstream");
  await expect(found.first()).toBeInViewport();
  const why = page.getByRole("region", { name: "Why it is on this list" });
  await expect(why).toContainText(/“BILLING” said by .* in message \d+/);

  await untilKeysAreHeard(page);
  const steps = page.getByRole("group", { name: "What the search found" });
  await page.keyboard.press("n");
  await expect(page.locator("mark[data-hit]:target")).toBeInViewport();
  await expect(steps).toContainText(/\d+ of \d+/);
  await page.keyboard.press("f");
  await expect(page.locator(".message:target")).toContainText("failed");
  await expect(page.locator(".message:target")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Tool" })).toContainText(
    /^Tool refund_payment failed: .*\(1 of \d+\)$/,
  );
});

test("a word with a wrong letter leads to the word that is said", async ({ page }) => {
  await page.goto("/cases?q=refnud");
  await expect(page.getByText("Nothing says “refnud”.")).toBeVisible();
  const cases = /refund \((\d+) cases\)/.exec(await page.getByRole("main").innerText())?.[1] ?? "";
  await page.getByRole("link", { name: "refund", exact: true }).click();
  await expect(page).toHaveURL("/cases?q=refund");
  await expect(heading(page)).toContainText(new RegExp(`^${cases} matching cases`));
  await expect(page.locator("mark").first()).toHaveText(/^refund/i);
});

test("a page beyond the last shows the last", async ({ page }) => {
  await page.goto("/cases?outcome=reopened&page=900");
  await expect(rows(page).first()).toBeVisible();
  await expect(pages(page)).toContainText(/^1–\d+ of \d+$/);
});

test("a view is saved, opened and taken away", async ({ page }) => {
  await page.goto("/cases?risk=high&sort=touchpoints");
  const views = page.getByRole("button", { name: "Views" });
  await views.click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Risky and long");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  await page.goto("/cases");
  await views.click();
  await page.getByRole("menuitem", { name: "Risky and long", exact: true }).click();
  await expect(page).toHaveURL("/cases?risk=high&sort=touchpoints");

  await views.click();
  await page.getByRole("menuitem", { name: "Share and remove views…" }).click();
  const removal = page.getByRole("button", { name: "Remove the view Risky and long" });
  await removal.click();
  // Other tests may have left views.
  await expect(removal).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing scrolls sideways at 390 px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await page.goto(asked);
    expect(await overflow()).toBe(0);
    await page.getByRole("button", { name: /^Filters/ }).click();
    await expect(page.getByRole("group", { name: "Handed over" })).toBeVisible();
    expect(await overflow()).toBe(0);
    await rows(page)
      .first()
      .getByRole("button", { name: /^Preview/ })
      .click();
    await expect(preview(page)).toBeVisible();
    expect(await overflow()).toBe(0);
  });
}

test("a filter that excludes the previewed case closes the preview", async ({ page }) => {
  await page.goto("/cases?channel=chat");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(preview(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("checkbox", { name: /^SMS/ }).first().click();
  await expect(page).toHaveURL("/cases?channel=chat&channel=sms");
  await settled(page);
  await expect(preview(page)).toBeHidden();
});

test("a metric's list shows the score it is based on, and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/cases?metric=repeat_information_case_rate.numerator");
  await expect(rows(page).first()).toContainText(/\d\.\d\d v\d+/u);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
