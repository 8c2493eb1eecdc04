import { expect, test } from "./test";

test("the first page opens without an error in the console @release", async ({ page }) => {
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

test("an undecodable URL is a bad request, not a server error @release", async ({ request }) => {
  for (const address of ["/cases/%E0%A4%A", "/traces/%ZZ", "/customers/%"]) {
    expect((await request.get(address)).status()).toBe(400);
  }
});
