import { expect, test } from "@playwright/test";

test("the first page opens without an error in the console", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));

  const response = await page.goto("/");

  expect(response?.status()).toBe(200);
  expect(response?.headers()).not.toHaveProperty("x-powered-by");
  await expect(page).toHaveTitle(/Throughline/);
  expect(errors).toEqual([]);
});
