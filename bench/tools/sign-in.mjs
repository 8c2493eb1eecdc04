import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArgs, findBrowser } from "../../bin/tools/browser.mjs";
import { root } from "../../bin/tools/paths.mjs";

const email = "bench@example.com";
const password = "a password of the bench";

/** Adds an admin to a running server and signs in with a browser. Returns the Cookie header. */
export async function signIn(url, data) {
  const args = ["user", "add", email, "--role", "admin", "--url", url];
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const cli = spawnSync(process.execPath, [join(root, "dist/cli.mjs"), ...args], { env });
  const link = /http\S+code=\S+/.exec(String(cli.stdout))?.[0];
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) || undefined,
    args: browserArgs,
  });
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  // Of a million cases the page takes minutes the first time.
  await page.waitForURL("**/cases", { waitUntil: "commit" });
  const cookies = await page.context().cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** As `signIn`, then signs in again without a browser. Returns the Cookie header of each of `times` sessions. */
export async function signInTimes(url, data, times) {
  const cookies = [await signIn(url, data)];
  while (cookies.length < times) cookies.push(await signInAgain(url));
  return cookies;
}

async function signInAgain(url) {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  const answer = await fetch(`${url}/api/auth/callback/password`, {
    method: "POST",
    headers: { origin: url, cookie: cookieOf(asked) },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  if (answer.status !== 200) throw new Error(`Signing in again was answered ${answer.status}.`);
  return cookieOf(answer);
}

function cookieOf(answer) {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
