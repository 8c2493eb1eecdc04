import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArgs, findBrowser } from "../../bin/tools/browser.mjs";
import { root } from "../../bin/tools/paths.mjs";

/** Adds an admin to a running server and signs in with a browser. Returns the Cookie header. */
export async function signIn(url, data) {
  const args = ["user", "add", "bench@example.com", "--role", "admin", "--url", url];
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const cli = spawnSync(process.execPath, [join(root, "dist/cli.mjs"), ...args], { env });
  const link = /http\S+code=\S+/.exec(String(cli.stdout))?.[0];
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) || undefined,
    args: browserArgs,
  });
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByLabel("Password").fill("a password of the bench");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.waitForURL("**/cases");
  const cookies = await page.context().cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
