import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a CX lead sees which channel left its persona, with which edit, and opens the contacts", async ({
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
  await expect(page.getByText("Voice has moved in formality; no other channel")).toBeVisible();
  await expect(
    page.getByRole("img", { name: /^Voice, formality: alarm, outside since/u }),
  ).toBeVisible();
  await expect(page.getByRole("img", { name: /^Chat, formality: within limits/u })).toBeVisible();

  const shared = page.getByRole("link", {
    name: /^support-core v8 on (Voice|Chat): \d+ contacts/u,
  });
  await expect(shared).toHaveCount(2);
  await expect(page.getByText("Contract v1 holds on every channel")).toBeVisible();
  await expect(page.getByText(/^off in formality/u)).toBeVisible();

  await page.getByRole("link", { name: "Warmth" }).click();
  await expect(page).toHaveURL(/attribute=warmth/u);
  await expect(page.getByText("Voice has moved in warmth; no other channel")).toBeVisible();

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
