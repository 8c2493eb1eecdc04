import { expect, test } from "./test";

test("the demo says that it is one, and one's own data are a click away", async ({ page }) => {
  const banner = page.getByRole("complementary", { name: "Demo workspace" });
  const choose = page.getByRole("group", { name: "Workspace" });
  await page.goto("/cases");

  await choose.getByRole("button", { name: "Demo" }).click();
  await expect(banner).toContainText("made up");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(/1–50 of \d{3}/);

  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/cases\/./);
  await expect(banner).toBeVisible();

  await choose.getByRole("button", { name: "My data" }).click();
  await expect(page).toHaveURL("/cases");
  await expect(banner).toBeHidden();
});
