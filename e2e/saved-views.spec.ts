import type { Page } from "@playwright/test";
import { roles, type Role } from "@/lib/domain/people/permission";
import { postSignIn, signInByRequest, testPassword } from "./accounts";
import { callAction } from "./call-action";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";
import { writeTwoRegions } from "./two-regions";

let server: OwnServer;

test.use({ storageState: { cookies: [], origins: [] } });
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ playwright }, info) => {
  const file = writeTwoRegions(info.outputPath("regions.jsonl"));
  server = await startOwnServer([file], { accounts: "none" });
  for (const role of roles) {
    const request = await playwright.request.newContext();
    await signInByRequest(request, server, role);
    await request.dispose();
  }
});
test.afterEach(async ({ page }) => {
  await page.goto("about:blank");
});
test.afterAll(async () => {
  await server.stop();
});

test("a view is its owner's alone until it is shared, and then everybody's to open", async ({
  page,
}) => {
  await signIn(page, "cx");
  await page.goto(`${server.url}/cases?channel=chat`);
  await openViews(page, "Save this view…");
  await page.getByRole("textbox", { name: "Name" }).fill("Chats to watch");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  await signIn(page, "supervisor");
  await openViews(page);
  await expect(page.getByText("Nothing saved yet")).toBeVisible();

  await signIn(page, "cx");
  await openViews(page, "Share and remove views…");
  await expect(page.getByRole("dialog")).toContainText("Yours alone");
  await page.getByRole("button", { name: "Share Chats to watch" }).click();
  await expect(page.getByRole("dialog")).toContainText("Yours, shared");

  await signIn(page, "supervisor");
  await openViews(page, "Share and remove views…");
  const list = page.getByRole("list", { name: "Saved views" });
  await expect(list).toContainText("Shared by cx");
  await expect(list.getByRole("button")).toHaveCount(0);
  await expect(list.getByRole("checkbox")).toHaveCount(0);
  await list.getByRole("link", { name: "Chats to watch" }).click();
  await expect(page).toHaveURL(`${server.url}/cases?channel=chat`);
});

test("a role begins with the view an engineer chose for it, and finds the way out", async ({
  page,
}) => {
  await signIn(page, "engineer");
  await openViews(page, "Share and remove views…");
  await page.getByRole("checkbox", { name: "Supervisor" }).click();
  await expect(page.getByRole("checkbox", { name: "Supervisor" })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.goto(`${server.url}/`);
  await expect(page).toHaveURL(`${server.url}/cases`);

  await signIn(page, "supervisor");
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Cases", exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/cases?channel=chat`);
  const note = page.getByText("Default for supervisors: Chats to watch");
  await expect(note).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(`${server.url}/cases`);
  await expect(note).toBeHidden();
  const cases = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Cases" });
  await expect(cases).toHaveAttribute("aria-current", "page");
  await cases.click();
  await expect(page).toHaveURL(`${server.url}/cases?channel=chat`);

  await signIn(page, "cx");
  await openViews(page, "Share and remove views…");
  await expect(page.getByRole("dialog")).toContainText("Yours, shared · Default for Supervisor");
  await expect(page.getByRole("button", { name: /^Remove the view/ })).toHaveCount(0);
});

test("each page has views of its own", async ({ page }) => {
  await signIn(page, "cx");
  await page.goto(`${server.url}/overview?channel=chat`);
  await openViews(page, "Save this view…");
  await page.getByRole("textbox", { name: "Name" }).fill("Chats in figures");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(`${server.url}/overview`);
  await openViews(page, "Chats in figures");
  await expect(page).toHaveURL(`${server.url}/overview?channel=chat`);
  await page.goto(`${server.url}/cases`);
  await openViews(page);
  await expect(page.getByRole("menuitem", { name: "Chats to watch" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Chats in figures" })).toHaveCount(0);
});

test("a view with parts that say nothing any more opens with a notice", async ({ page }) => {
  await signIn(page, "cx");
  const view = { path: "/cases", name: "From before", search: "channel=chat&colour=red" };
  const saved = await callAction(page.request, server.url, "saveView", { ...view, isShared: true });
  expect(saved).toContain('"isDone":true');
  await page.goto(`${server.url}/cases`);
  await openViews(page, "From before");
  await expect(
    page.getByText("Left out of the saved view “From before”: “colour” is unknown to this page"),
  ).toBeVisible();
});

test("the server authorizes each change of a view and audits it", async ({ page }) => {
  const callAsUser = (action: string, input: unknown) =>
    callAction(page.request, server.url, action, input);
  await signIn(page, "supervisor");
  const begin = { path: "/cases", role: "supervisor", view: 1 };
  expect(await callAsUser("chooseDefaultView", begin)).toContain("sign in as Engineer or Admin");
  expect(await callAsUser("removeView", { id: 1 })).toContain(
    "an engineer or an admin may change it",
  );
  const elsewhere = { path: "/settings", name: "x", search: "", isShared: true };
  expect(await callAsUser("saveView", elsewhere)).toContain("could not be read");

  await signIn(page, "compliance");
  await page.goto(`${server.url}/audit?action=view-changed`);
  await expect(page.getByRole("row").filter({ hasText: "default-view-chosen" })).toContainText(
    "supervisor",
  );
});

async function openViews(page: Page, item?: string): Promise<void> {
  await page.getByRole("button", { name: "Views" }).click();
  if (item !== undefined) await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function signIn(page: Page, role: Role): Promise<void> {
  await page.context().clearCookies();
  const fields = { email: `${role}@example.com`, password: testPassword };
  await postSignIn(page.request, server.url, "password", fields);
  await page.goto(`${server.url}/cases`);
}
