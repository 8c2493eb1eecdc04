import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a CX lead sees that the prompt that looks better is not, on the same kinds of case", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/overview");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Compare" })
    .click();
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("b-3 is lower than a-3 on the same kinds of case");
  await expect(finding).toContainText("At first sight it looks the other way round (+");
  await expect(page.getByText(/^Observational: traffic differs/u)).toBeVisible();

  const contacts = page.getByRole("figure", { name: /^Contacts a case: b-3 lower/u });
  await contacts.getByText("Table").click();
  const cell = contacts.getByRole("row").nth(1).getByRole("link").first();
  const count = await cell.innerText();
  await cell.click();
  await expect(page).toHaveURL(/firstPrompt=concierge/u);
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`, "u"))).toBeVisible();
});
