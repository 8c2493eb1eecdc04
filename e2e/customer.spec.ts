import { awkwardCaseId, sendSyntheticCases } from "./synthetic-cases";
import { adminRequest } from "./accounts";
import { expect, test } from "./test";

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  await sendSyntheticCases(request, Date.now());
  await request.dispose();
});

test("a case leads to its customer, and the customer to the case", async ({ page }) => {
  const customerId = `e2e-customer-${String(awkwardCaseId.length)}`;
  const awkwardCase = page.getByRole("link", { name: awkwardCaseId, exact: true });
  await expect(async () => {
    await page.goto("/cases?q=flugelhorn");
    expect(await awkwardCase.count()).toBe(1);
  }).toPass();
  await awkwardCase.click();
  await page.getByRole("link", { name: customerId }).click();
  await expect(page).toHaveURL(`/customers/${customerId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 case");
  await expect(page.getByRole("img", { name: "Chat AI, then Voice human" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No issue came up twice" })).toBeVisible();
  await awkwardCase.click();
  await expect(page).toHaveURL(`/cases/${encodeURIComponent(awkwardCaseId)}`);
});
