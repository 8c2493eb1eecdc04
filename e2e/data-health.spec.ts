import { nowUs } from "@/lib/clock/server";
import { sendSyntheticCases } from "./synthetic-cases";
import { adminRequest } from "./accounts";
import { expect, test } from "./test";

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  await sendSyntheticCases(request, nowUs() / 1000);
  await request.dispose();
});

test("the state of the data is one click away and says what arrives and what waits @release", async ({
  page,
}) => {
  await page.goto("/cases");
  await page.getByRole("link", { name: "Data health" }).click();
  await expect(page).toHaveURL("/data-health");
  await expect(async () => {
    await page.reload();
    expect(await page.getByText("Everything received is in the cases.").count()).toBe(1);
  }).toPass();
  await expect(page.getByRole("img", { name: /^Chat by day: / })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What could not be scored" })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
