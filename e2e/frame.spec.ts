import { expect, test } from "./test";

test("the theme is chosen at once and drawn by the server from then on", async ({ page }) => {
  await page.goto("/cases");
  const html = page.locator("html");
  await expect(html).not.toHaveAttribute("data-theme");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");

  const served = await page.request.get("/cases");
  expect(await served.text()).toContain('data-theme="dark"');
  await page.reload();
  await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("button", { name: "System" }).click();
  await expect(html).not.toHaveAttribute("data-theme");
});

test("the keyboard reaches the content first, then the list", async ({ page }) => {
  await page.goto("/cases");
  const views = page.getByRole("button", { name: "Views" });
  await expect(views).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(views).toBeFocused();
});

test("what a foreign page asks to be changed is refused in words", async ({ request }) => {
  for (const page of ["/settings", "/cases", "/cases/CS-1", "/ingest"]) {
    for (const origin of ["http://evil.example", undefined]) {
      const named = origin === undefined ? {} : { origin };
      const answer = await request.post(page, { headers: { "next-action": "40ab", ...named } });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toContain("did not come from a page of this server");
    }
  }
});
