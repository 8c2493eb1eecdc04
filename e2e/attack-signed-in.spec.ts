import type { APIRequestContext } from "@playwright/test";
import { runCli } from "@/lib/testing/run-cli";
import { forgetPeople, makeToken, postSignIn, signInByRequest, testPassword } from "./accounts";
import { callAction } from "./call-action";
import type { OwnServer } from "./own-server";
import { changeStored } from "./stored";
import { expect, test } from "./test";

const cookieName = "next-auth.session-token";
let server: OwnServer;
let browser: APIRequestContext;

test.beforeAll(async ({ playwright, serverOfNobody }) => {
  server = serverOfNobody;
  await forgetPeople(server);
  browser = await playwright.request.newContext({ storageState: { cookies: [], origins: [] } });
  await signInByRequest(browser, server, "engineer");
});
test.beforeEach(async ({ playwright }) => {
  await browser.dispose();
  browser = await playwright.request.newContext({ storageState: { cookies: [], origins: [] } });
});
test.afterAll(async () => {
  await browser.dispose();
});

test("an ended session is signed out on every page and route @release", async () => {
  const endings: Readonly<Record<string, () => unknown>> = {
    "its time is over": () => alter("UPDATE sessions SET expires_us = 1"),
    "nobody used it": () => alter("UPDATE sessions SET seen_us = 1"),
    "it was ended": () => runUser("revoke", "engineer@example.com", "--sessions-only"),
    "another key encrypts": () => alter("UPDATE sessions SET key_hash = key_hash || 'x'"),
  };
  for (const [how, end] of Object.entries(endings)) {
    await signIn(browser);
    expect((await browser.get(`${server.url}/ingest`)).status()).toBe(200);
    await end();
    const page = await browser.get(`${server.url}/ingest?page=2`, { maxRedirects: 0 });
    expect([how, page.status()]).toEqual([how, 307]);
    expect(page.headers()["location"]).toBe("/sign-in?to=%2Fingest%3Fpage%3D2");
    for (const path of ["/api/uploads", "/cases.csv"]) {
      const answer = await browser.get(server.url + path);
      expect([how, path, answer.status()]).toEqual([how, path, 401]);
    }
    const view = { name: "Mine", search: "" };
    expect(await callAction(browser, server.url, "saveView", view)).toContain("You are signed out");
  }
});

test("a session planted in another's browser stays its owner's", async ({ playwright }) => {
  const planted = "planted-by-somebody";
  const extraHTTPHeaders = { cookie: `${cookieName}=${planted}` };
  const before = await playwright.request.newContext({ extraHTTPHeaders });
  await signIn(before);
  const given = await sessionOf(before);
  expect(given).not.toBe(planted);
  expect(await statusWith(playwright, planted)).toBe(307);

  await signIn(browser);
  const old = await sessionOf(browser);
  await signIn(browser);
  const fresh = await sessionOf(browser);
  expect(fresh).not.toBe(old);
  expect([await statusWith(playwright, old), await statusWith(playwright, fresh)]).toEqual([
    307, 200,
  ]);
  await before.dispose();
});

test("a forged, expired or revoked token is refused with the reason @release", async () => {
  const send = async (secret: string) => {
    const answer = await browser.post(`${server.url}/v1/traces`, {
      headers: { authorization: `Bearer ${secret}` },
      data: { resourceSpans: [] },
    });
    return `${String(answer.status())} ${await answer.text()}`;
  };
  const secret = await makeToken(server.data, "--days", "1");
  expect(await send(secret)).toMatch(/^200 /u);
  for (const forged of [`${secret.slice(0, -1)}~`, secret.toUpperCase(), "tl_", "' OR 1=1 --"]) {
    expect(await send(forged)).toMatch(/^401 .*(?:not known here|Send a token)/u);
  }
  await alter("UPDATE tokens SET expires_us = 1");
  expect(await send(secret)).toMatch(/^401 .*has expired/u);
  await alter("UPDATE tokens SET revoked_us = 1");
  expect(await send(secret)).toMatch(/^401 .*was revoked/u);
});

test("sign-ins to the demo wait after a hundred", async () => {
  const csrf = await (await browser.get(`${server.url}/api/auth/csrf`)).text();
  const csrfToken = /"csrfToken":"(\w+)"/u.exec(csrf)?.[1] ?? "";
  let answer = "";
  for (let count = 0; count <= 100; count += 1) {
    const sent = await browser.post(`${server.url}/api/auth/callback/demo`, {
      headers: { origin: server.url },
      form: { role: "cx", csrfToken, json: "true" },
    });
    answer = await sent.text();
    if (count < 100) expect(sent.status(), String(count)).toBe(200);
  }
  expect(answer).toContain("error=wait-");
});

function alter(sql: string): Promise<void> {
  return changeStored(server.data, "access", sql);
}

async function runUser(...args: readonly string[]): Promise<void> {
  expect(await runCli(["user", ...args], { data: server.data })).toMatchObject({ code: 0 });
}

function signIn(who: APIRequestContext) {
  const fields = { email: "engineer@example.com", password: testPassword };
  return postSignIn(who, server.url, "password", fields);
}

async function sessionOf(who: APIRequestContext): Promise<string> {
  const { cookies } = await who.storageState();
  return cookies.find(({ name }) => name === cookieName)?.value ?? "";
}

/** The status for a request with a session cookie and nothing else. */
async function statusWith(
  playwright: {
    readonly request: { readonly newContext: (options: object) => Promise<APIRequestContext> };
  },
  value: string,
): Promise<number> {
  const extraHTTPHeaders = { cookie: `${cookieName}=${value}` };
  const who = await playwright.request.newContext({ extraHTTPHeaders });
  const answer = await who.get(`${server.url}/cases`, { maxRedirects: 0 });
  await who.dispose();
  return answer.status();
}
