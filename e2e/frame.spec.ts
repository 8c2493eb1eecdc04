import { expect, test } from "./test";

test("the theme changes at once and is rendered by the server afterwards @release", async ({
  page,
}) => {
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

test("a low window shows the foot of the navigation and the entry of the page", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await page.goto("/ingest");
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.locator("[aria-current]")).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "Dark" })).toBeInViewport({ ratio: 1 });
  await navigation.getByRole("link").first().focus();
  await expect(navigation.getByRole("link").first()).toBeInViewport({ ratio: 1 });
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

test("an unknown address is answered 404 in a frame, with our font from the beginning @release", async ({
  playwright,
  server,
  request,
}) => {
  const signedOut = await playwright.request.newContext({
    baseURL: server.url,
    storageState: { cookies: [], origins: [] },
  });
  for (const [of, asked] of Object.entries({ request, signedOut })) {
    const answer = await asked.get("/nowhere");
    expect(answer.status(), of).toBe(404);
    const html = await answer.text();
    const preloaded = /<link rel="preload" href="([^"]+)" as="font"/u.exec(html)?.[1];
    expect(preloaded, of).toMatch(/inter.*\.woff2$/u);
    expect(html, of).toContain('<main id="main"');
  }
  await signedOut.dispose();
});

test("a change requested by a foreign page is refused with a sentence @release", async ({
  request,
}) => {
  for (const page of ["/settings", "/cases", "/cases/CS-1", "/ingest"]) {
    for (const origin of ["http://evil.example", undefined]) {
      const named = origin === undefined ? {} : { origin };
      const answer = await request.post(page, {
        headers: { "next-action": "40".padEnd(42, "a"), ...named },
      });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toContain("did not come from a page of this server");
    }
  }
});

test("a loading page shows the progress line at the top", async ({ page }) => {
  await page.goto("/cases");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/data-health\?_rsc/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("link", { name: "Data health" }).click();
  await expect(page.getByText("Loading", { exact: true })).toBeAttached();
  answer();
  await expect(page).toHaveURL("/data-health");
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
});

test("every page is readable without JavaScript @release", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  await context.addCookies([{ name: "workspace", value: "demo", url: baseURL ?? "" }]);
  const page = await context.newPage();
  await page.goto("/cases");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("rowheader").getByRole("link").last().click();
  await expect(page.getByRole("region", { name: "Transcript" })).toBeVisible();
  for (const [path, words] of [
    ["/settings", "Attribute names"],
    ["/data-health", "Contacts by channel and day"],
    ["/quality", "Our evaluators"],
    ["/metrics", "Case resolution"],
    ["/ingest", "Send files"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
  }
  await context.close();
});
