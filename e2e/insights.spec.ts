import { showDemo } from "./every-page";
import { expect, test } from "./test";

test("a VP finds who resolves outages faster and how, and reads it in a case", async ({ page }) => {
  await showDemo(page);
  await page.goto("/overview");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await navigation.getByRole("link", { name: "Insights" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "when reset_port is called in the first contact",
  );
  const steps = page.getByRole("region", { name: "What faster resolvers do" });
  await expect(steps).toContainText("Network north");
  const quote = steps.getByRole("list", { name: "Quotes" }).getByRole("listitem").first();
  await expect(quote).toContainText(/reset (your|the) port/u);
  const link = quote.getByRole("link");
  const caseId = await link.innerText();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}.*#`, "u"));
});

test("an issue without a difference says so", async ({ page }) => {
  await showDemo(page);
  await page.goto("/insights?type=billing");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No step clearly goes with");
  const row = page.getByRole("row").filter({ hasText: "Billing" });
  await expect(row).toContainText("No clear difference");
  await row.getByRole("link", { name: "Billing" }).click();
  await expect(page).toHaveURL(/\/cases\?.*type=billing/u);
});
