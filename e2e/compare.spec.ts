import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a CX lead sees that the prompt that looks better is not, on the same kinds of case @release", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/overview");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Compare" })
    .click();
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("lower with b-3 than with a-3 on the same kinds of case");
  await expect(finding).toContainText("At first sight it looks the other way round (+");
  await expect(
    page.getByText(/^Not an experiment: the two did not get the same traffic/u),
  ).toBeVisible();

  const contacts = page.getByRole("figure", { name: /^Contacts per case: lower with b-3/u });
  await contacts.getByText("Show as table").click();
  const cell = contacts.getByRole("row").nth(1).getByRole("link").first();
  const count = await cell.innerText();
  await cell.click();
  await expect(page).toHaveURL(/firstPrompt=concierge/u);
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
});

test("an engineer sees what differs in the prompts' texts, in scores and in times, and opens what was counted", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/compare");
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("b-3");
  const card = (name: RegExp) =>
    page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
  const texts = card(/^The system prompts differ/u);
  await expect(texts.getByText(/^a-3: in \d+ of \d+ cases, \d+ spans; b-3: in/u)).toBeVisible();
  await expect(texts.getByRole("deletion")).toContainText("(concierge a-3)");
  await expect(texts.getByRole("insertion")).toContainText("(concierge b-3)");

  await expect(
    card(/^Evaluators’ scores/u)
      .getByRole("row")
      .nth(1),
  ).toContainText("contacts");
  const tokens = card(/^Times, tokens and cost/u).getByRole("row", { name: /^Tokens per case/u });
  const [, count = ""] = /([\d,]+) cases/u.exec(await tokens.innerText()) ?? [];
  await tokens.getByRole("link").first().click();
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
});

test("where no case met a version it says in one sentence that there is no text to compare", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/compare?a=v1&b=v3&period=all");
  await expect(
    page.getByText("No case here met v3, so there is no text to compare."),
  ).toBeVisible();
});

test("where no two releases can be compared it says so first, and says why of two that somebody chose", async ({
  page,
}) => {
  await showDemo(page);
  // Of a month, whatever the hour at which the demo ends.
  await page.goto("/compare?by=release&period=30d");
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("No two releases can be compared yet.");
  await expect(finding).toContainText("No kind of case has 8 cases of each");
  await page.goto("/compare?by=release&a=2026.12&b=2026.13");
  await expect(finding).toContainText("2026.12 and 2026.13 cannot be compared yet.");
});

test("where an address names one prompt as both it says so, and another one can be chosen", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/compare?a=concierge@a-3&b=concierge@a-3");
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("concierge@a-3 is chosen on both sides");
  await page.getByRole("button", { name: "Second: concierge@a-3" }).click();
  await page.getByRole("menuitemradio", { name: /^concierge@b-3/u }).click();
  await expect(finding).toContainText("lower with b-3 than with a-3 on the same kinds of case");
});
