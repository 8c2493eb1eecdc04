import type { Browser, Page, Route } from "@playwright/test";
import { roleNames, roles } from "@/lib/domain/people/permission";
import { runCli } from "@/lib/testing/run-cli";
import { makeToken, signInAs, testPassword } from "./accounts";
import { expect, test } from "./test";

const pages: Page[] = [];

test.use({ storageState: { cookies: [], origins: [] } });
test.describe.configure({ mode: "parallel" });
test.afterEach(async () => {
  for (const open of pages.splice(0)) await open.context().close();
});

/** A browser context of another user. */
async function otherPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  pages.push(page);
  return page;
}

/** Keeps the scripts of the next page back until they are released. */
async function holdScripts(page: Page): Promise<{ release: () => Promise<void> }> {
  const held: Route[] = [];
  let isReleased = false;
  await page.route("**/_next/static/**/*.js*", async (route) => {
    if (isReleased) await route.continue();
    else held.push(route);
  });
  return {
    release: async () => {
      isReleased = true;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

test("one click opens the demo as each role, and never anything else", async ({
  page,
  newServer: server,
}) => {
  for (const role of roles) {
    await page.goto(`${server.url}/cases?channel=voice`);
    await page.getByRole("button", { name: roleNames[role] }).click();
    await expect(page).toHaveURL(`${server.url}/cases?channel=voice`);
    await expect(page.getByRole("complementary", { name: "Demo workspace" })).toBeVisible();
    await expect(page.getByRole("group", { name: "Workspace" })).toBeHidden();
    await page.context().addCookies([{ name: "workspace", value: "main", url: server.url }]);
    await page.reload();
    await expect(page.getByText("Workspace demo")).toBeAttached();
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL(`${server.url}/sign-in`);
  }
});

test("on a phone each role's question stays within its button", async ({
  page,
  newServer: server,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/sign-in`);
  for (const role of roles) {
    const button = page.getByRole("button", { name: roleNames[role] });
    const beyond = await button.evaluate((each) => each.scrollWidth - each.clientWidth);
    expect(beyond, role).toBe(0);
  }
});

test("the link that the start prints makes one admin, who then adds a supervisor @release", async ({
  page,
  browser,
  newServer: server,
}) => {
  const printed = await runCli(["user", "first", "--url", server.url], { data: server.data });
  const link = /http\S+/u.exec(printed.stdout)?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("too short");
  await page.getByRole("button", { name: "Create the admin" }).click();
  await expect(page.getByText("Take at least 12 characters")).toBeVisible();
  await page.getByLabel("Password").fill("a long walk over the hills");
  await page.getByRole("button", { name: "Create the admin" }).click();
  await page.getByRole("link", { name: "Access" }).click();

  const form = page.getByRole("form", { name: "Add a person" });
  await form.getByLabel("Name").fill("Grace");
  await form.getByLabel("E-mail").fill("grace@example.com");
  await form.getByRole("button", { name: "Add person" }).click();
  const theirs = await form.getByText(/^http/u).innerText();

  const other = await otherPage(browser);
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await other.goto(theirs);
  await other.getByLabel("Password").fill("another long walk home");
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other.getByRole("navigation", { name: "Main" })).not.toContainText("Access");
});

test("a form waits for the page's scripts, so that nothing typed before is lost", async ({
  page,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  const scripts = await holdScripts(page);
  await page.goto(`${server.url}/access`, { waitUntil: "commit" });
  const form = page.getByRole("form", { name: "Add a person" });
  await expect(form.getByLabel("Name")).toBeDisabled();
  await expect(form.getByRole("button", { name: "Add person" })).toBeDisabled();
  await scripts.release();
  await form.getByLabel("Name").fill("Grace");
  await form.getByLabel("E-mail").fill("grace@example.com");
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(form.getByText(/^http/u)).toBeVisible();
});

test("a session ended by an admin is signed out at its next request", async ({
  page,
  browser,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  const other = await otherPage(browser);
  await signInAs(other, server, "supervisor");
  await other.goto(server.url);
  await page.goto(`${server.url}/access`);
  await page.getByRole("button", { name: /^End: supervisor/u }).click();
  await expect(page.getByRole("button", { name: /^End: supervisor/u })).toBeHidden();
  await other.getByRole("link", { name: "Data health" }).click();
  await expect(other).toHaveURL(`${server.url}/sign-in?to=%2Fdata-health`);
  await expect(other.getByRole("navigation", { name: "Main" })).toBeHidden();
});

test("a page without permission names the roles that have it @release", async ({
  page,
  newServer: server,
}) => {
  await signInAs(page, server, "supervisor");
  const answer = await page.request.get(`${server.url}/audit`);
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("sign in as Compliance reviewer or Admin");
});

test("a wrong password is answered like an unknown account, and repeated ones are delayed", async ({
  page,
  complaints,
  newServer: server,
}) => {
  const admin = await signInAs(page, server, "admin");
  await page.goto(`${server.url}/account`);
  await page.getByRole("button", { name: "Sign out" }).click();
  const tryPassword = async (email: string) => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByLabel("Password")).toHaveValue("");
    return page.getByRole("alert").filter({ hasText: /\w/u }).first().innerText();
  };
  const wrong = "The e-mail address or the password is not right.";
  expect(await tryPassword(admin)).toBe(wrong);
  expect(await tryPassword("nobody@example.com")).toBe(wrong);
  // The first delay is a second, which a slow machine needs for one attempt; each next one is twice as long.
  const answers: string[] = [];
  for (let count = 0; count < 10; count += 1) answers.push(await tryPassword(admin));
  expect(answers.slice(0, 4)).toEqual([wrong, wrong, wrong, wrong]);
  expect(answers.filter((answer) => /Too many tries/u.test(answer))).not.toEqual([]);
  // The browser's own console message for each 401.
  expect(complaints.splice(0).every((each) => each.includes("401"))).toBe(true);
});

test("a form sent before the page's scripts loaded is processed once they have", async ({
  page,
  complaints,
  newServer: server,
}) => {
  await signInAs(page, server, "cx");
  await page.context().clearCookies();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js*", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${server.url}/sign-in?to=%2Fhandoffs`, { waitUntil: "domcontentloaded" });
  await page.getByLabel("E-mail").fill("nobody@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).dispatchEvent("click");
  release();
  await expect(page.getByRole("alert").filter({ hasText: /\w/u })).toHaveText(
    "The e-mail address or the password is not right.",
  );
  await expect(page).toHaveURL(/to=%2Fhandoffs/u);
  await expect(page.getByLabel("E-mail")).toHaveValue("nobody@example.com");
  await expect(page.getByLabel("Password")).toHaveValue("");
  expect(complaints.splice(0).every((each) => each.includes("401"))).toBe(true);
});

test("changing the password requires the current one and ends other sessions", async ({
  page,
  browser,
  newServer: server,
}) => {
  const email = await signInAs(page, server, "cx");
  const other = await otherPage(browser);
  await other.goto(server.url);
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill(testPassword);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("link", { name: "cx", exact: true })).toBeVisible();
  await page.goto(`${server.url}/metrics`);
  await page.getByRole("link", { name: "cx", exact: true }).click();
  const form = page.getByRole("form", { name: "Change your password" });
  const change = async (current: string) => {
    await form.getByLabel("Current password").fill(current);
    await form.getByLabel("New password").fill("quite another long sentence");
    await form.getByRole("button", { name: "Change password" }).click();
  };
  await change("not the password");
  await expect(form.getByText("This is not the password of your account.")).toBeVisible();
  await change(testPassword);
  await expect(form.getByText("Changed. Your other sessions have ended.")).toBeVisible();
  await page.reload();
  await expect(form).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/u);
});

test("traces need a token once there is an account @release", async ({
  page,
  newServer: server,
}) => {
  const send = (headers: Readonly<Record<string, string>>) =>
    page.request.post(`${server.url}/v1/traces`, { headers, data: { resourceSpans: [] } });
  expect((await send({})).status()).toBe(200);
  expect((await send({ origin: "http://evil.example" })).status()).toBe(403);
  await signInAs(page, server, "admin");
  expect((await send({})).status()).toBe(401);

  const secret = await makeToken(server.data);
  const { stdout } = await runCli(["token", "list", "--json"], { data: server.data });
  const id = /token-[0-9a-f]+/u.exec(stdout)?.[0] ?? "";
  const pair = Buffer.from(`${id}:${secret}`).toString("base64");
  expect((await send({ authorization: `Bearer ${secret}` })).status()).toBe(200);
  expect((await send({ authorization: `Basic ${pair}` })).status()).toBe(200);
  expect((await send({ "x-api-key": id, "x-secret-key": secret })).status()).toBe(200);
  expect((await send({ "x-api-key": "token-other", "x-secret-key": secret })).status()).toBe(401);
  expect((await send({ authorization: "Bearer tl_forged" })).status()).toBe(401);

  const lists = await makeToken(server.data, "--may", "export");
  const listed = await page.request.get(`${server.url}/cases.csv`, {
    headers: { authorization: `Bearer ${lists}` },
  });
  expect(listed.status()).toBe(200);
  expect((await send({ authorization: `Bearer ${lists}` })).status()).toBe(403);
  await runCli(["token", "revoke", id], { data: server.data });
  expect((await send({ authorization: `Bearer ${secret}` })).status()).toBe(401);
  await page.goto(`${server.url}/audit?action=refused&actor=${id}`);
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("signing in again ends the previous session", async ({ page, newServer: server }) => {
  const email = await signInAs(page, server, "cx");
  const { csrfToken } = (await (await page.request.get(`${server.url}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const again = await page.request.post(`${server.url}/api/auth/callback/password`, {
    headers: { origin: server.url },
    form: { email, password: testPassword, csrfToken, json: "true" },
  });
  expect(again.status()).toBe(200);
  await page.goto(`${server.url}/account`);
  await expect(page.getByRole("table", { name: "Sessions" }).getByRole("row")).toHaveCount(2);
});

test("actions are in the audit log", async ({ page, newServer: server }) => {
  await signInAs(page, server, "compliance");
  expect((await page.request.get(`${server.url}/cases.csv?channel=voice`)).status()).toBe(200);
  await page.goto(`${server.url}/audit`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("each as it was written");
  await page.locator("select[name=action]").selectOption({ label: "exported a list" });
  await page.getByRole("button", { name: "Filter" }).click();
  const own = page.getByRole("row").filter({ hasText: "compliance" });
  await expect(own).toHaveCount(1);
  await own.getByText("Values").click();
  await expect(page.getByText("channel=voice")).toBeVisible();
});
