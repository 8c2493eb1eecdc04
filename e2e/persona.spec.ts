import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a CX lead sees which channel left its persona, with which edit, and opens the contacts @release", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/overview");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Persona" })
    .click();
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("Voice has grown more formal since support-core v8.");
  await expect(finding).toContainText("reached voice through the shared template");
  await expect(page.getByText("Voice has changed in formality; no other channel")).toBeVisible();
  const voice = page.getByRole("application", { name: /^Voice, formality: alarm, outside since/u });
  await expect(voice).toBeVisible();
  await expect(
    page.getByRole("application", { name: /^Chat, formality: within limits/u }),
  ).toBeVisible();
  await voice.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: /^Week from/u })).toContainText(
    /\d+ contacts?, mean \d\.\d, baseline/u,
  );

  const shared = page.getByRole("link", {
    name: /^support-core v8 on (Voice|Chat): \d+ contacts/u,
  });
  await expect(shared).toHaveCount(2);
  const bar = (await shared.first().getAttribute("aria-label")) ?? "";
  await shared.first().click();
  const ran = page.getByRole("heading", { level: 1 });
  await expect(ran).toHaveText(/: (\d+ contacts)/u.exec(bar)?.[1] ?? "none");
  await expect(
    page.getByRole("link", { name: /^that ran the prompt support-core@v8/u }),
  ).toBeVisible();
  await page.goBack();
  await expect(
    page.getByText("Contract v1 applies to every channel; Voice departs from it"),
  ).toBeVisible();
  await expect(page.getByText(/^off in formality/u)).toBeVisible();

  await page.getByRole("link", { name: "Warmth" }).click();
  await expect(page).toHaveURL(/attribute=warmth/u);
  await expect(page.getByText("Voice has changed in warmth; no other channel")).toBeVisible();

  const kept = page
    .getByRole("row", { name: /^Spoken as approved/u })
    .getByRole("link")
    .first();
  const cell = kept.locator("xpath=..");
  const counted = /of ([\d,]+)$/u.exec((await cell.innerText()).trim())?.[1] ?? "";
  expect(counted).not.toBe("");
  await kept.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `${counted} contacts of AI agents that were measured`,
  );
});

test("an alarm is acknowledged with a note that everybody reads at the chart", async ({ page }) => {
  await showDemo(page);
  await page.goto("/persona?attribute=empathy");
  await page.getByRole("button", { name: "Acknowledge…" }).click();
  const dialog = page.getByRole("dialog", { name: "Acknowledge the alarm" });
  await expect(dialog.getByRole("button", { name: "Acknowledge" })).toBeDisabled();
  await dialog.getByLabel("What will be done").fill("v9 brings it back, ask anna.berg@example.com");
  await dialog.getByRole("button", { name: "Acknowledge" }).click();
  const said = page.getByText(/^Acknowledged by .+, \d+ \w+ \d{4}: v9 brings it back, ask /u);
  await expect(said).toBeVisible();
  await expect(said).not.toContainText("anna.berg");
  await expect(page.getByRole("button", { name: "Acknowledge…" })).toBeHidden();
});
