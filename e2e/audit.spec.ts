import { runCli } from "@/lib/testing/run-cli";
import { adminState } from "./accounts";
import { expect, test } from "./test";

test("the audit is filtered by days, and says which filters hide everything @release", async ({
  page,
}) => {
  await page.goto("/audit");
  await page.locator("select[name=action]").selectOption({ label: "signed in" });
  await page.getByLabel("To", { exact: true }).fill("1970-01-01");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/\/audit\?action=signed-in&.*to=1970-01-01/u);
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
  await page.getByRole("link", { name: /^Remove the filter to 1970-01-01/u }).click();
  await expect(page).toHaveURL(/\/audit\?action=signed-in$/u);
  await expect(page.getByRole("row").nth(1)).toContainText("signed in");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("");
});

test("the audit's days are answered without a script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: adminState });
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ""}/audit`);
  await page.getByLabel("From", { exact: true }).fill("2999-01-01");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).last().click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await context.close();
});

test("the audit log records the result of an upload", async ({ page, request, baseURL }) => {
  const id = "a1".repeat(16);
  const headers = { "x-upload-id": id, "x-file-name": "a.jsonl", origin: baseURL ?? "" };
  const answer = await request.post("/api/uploads", { headers, data: "no trace at all" });
  expect(answer.status()).toBe(201);
  await expect
    .poll(async () => (await request.get(`/audit?action=upload-ended&target=${id}`)).text())
    .toContain("&quot;isRead&quot;:false");
  await page.goto(`/audit?target=${id}`);
  await expect(page.getByRole("row")).toHaveCount(3);
  const sent = page.getByRole("row").nth(2);
  await sent.getByText("Values").click();
  await expect(sent.getByText('{"bytes":15}')).toBeVisible();
});

test("a password link's code is never sent in a URL, and works without JavaScript", async ({
  page,
  browser,
  server,
}) => {
  const { url, data } = server;
  const args = ["user", "add", "linus@example.com", "--role", "cx", "--url", url];
  const { stdout } = await runCli(args, { data });
  const link = /http\S+/u.exec(stdout)?.[0] ?? "";
  const code = link.split("code=")[1] ?? "";
  expect(code).toHaveLength(43);

  const addresses: string[] = [];
  page.on("request", (sent) => addresses.push(sent.url(), sent.headers()["referer"] ?? ""));
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Set the password" })).toBeVisible();
  expect(page.url()).toBe(`${url}/password`);
  expect(addresses.some((address) => address.split("#")[0]?.includes(code))).toBe(false);

  const storageState = { cookies: [], origins: [] };
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  const plain = await context.newPage();
  await plain.goto(link);
  const open = async () => {
    await plain.getByLabel("Link").fill(link);
    await plain.getByRole("button", { name: "Open the link" }).click();
  };
  await open();
  await plain.getByLabel("Password").fill("short");
  await plain.getByRole("button", { name: "Set the password" }).click();
  await expect(plain.getByText("Take at least 12 characters")).toBeVisible();
  await plain.getByLabel("Password").fill("a long walk over the hills");
  await plain.getByRole("button", { name: "Set the password" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText(
    "The password of linus@example.com is set",
  );
  // The URL differs only in its fragment: from the same page nothing would be loaded.
  await plain.goto(`${url}/sign-in`);
  await plain.goto(link);
  await open();
  await expect(plain.getByRole("heading", { name: "This link has ended" })).toBeVisible();
  await context.close();
});

test("a disabled account can be enabled again", async ({ page, server }) => {
  const { url, data } = server;
  const args = ["user", "add", "grace@example.com", "--role", "cx", "--name", "Grace Again"];
  await runCli([...args, "--url", url], { data });
  await runCli(["user", "revoke", "grace@example.com"], { data });
  await page.goto("/access");
  const row = page.getByRole("row", { name: /Grace Again/u });
  await expect(row).toContainText("Ended");
  await row.getByRole("button", { name: "Let sign in again: Grace Again" }).click();
  await expect(row).not.toContainText("Ended");
  await page.goto("/audit?action=account-enabled");
  await expect(page.getByRole("row").nth(1)).toContainText("Grace Again");
  // A page is sent nobody's name that it does not show.
  const empty = await page.request.get("/audit?action=account-enabled&to=1970-01-01");
  expect(await empty.text()).not.toContain("Grace Again");
});
