import type { APIRequestContext, APIResponse } from "@playwright/test";
import { z } from "zod";
import { runCli } from "@/lib/testing/run-cli";
import { freePort } from "./free-port";
import { client, startLyingProvider, type Lie, type LyingProvider } from "./lying-provider";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

let server: OwnServer;
let provider: LyingProvider;
let browser: APIRequestContext;

test.beforeAll(async () => {
  provider = await startLyingProvider();
  server = await startOwnServer([], {
    accounts: "none",
    env: {
      PORT: String(await freePort()),
      THROUGHLINE_OIDC_ISSUER: provider.issuer,
      THROUGHLINE_OIDC_CLIENT_ID: client.id,
      THROUGHLINE_OIDC_CLIENT_SECRET: client.secret,
      THROUGHLINE_OIDC_ROLES: "leads=supervisor",
    },
  });
});
test.afterAll(async () => {
  await server.stop();
  provider.stop();
});
test.beforeEach(async ({ playwright }) => {
  browser = await newBrowser(playwright);
});
test.afterEach(async () => {
  await browser.dispose();
});

/** Deviations of the provider or of the callback; the last, honest sign-in is the control. */
const lies: readonly (readonly [what: string, lie: Lie])[] = [
  ["another nonce", { claims: { nonce: "replayed" } }],
  ["no nonce", { claims: { nonce: undefined } }],
  ["another issuer", { claims: { iss: "http://evil.example" } }],
  ["another client", { claims: { aud: "another client" } }],
  ["another client that may use it", { claims: { aud: ["throughline", "b"], azp: "b" } }],
  ["a time that is over", { claims: { exp: 1_000_000 } }],
  ["no subject", { claims: { sub: undefined } }],
  ["no signature", { signature: "none" }],
  ["our secret's signature", { signature: "secret" }],
  ["a foreign key's signature", { signature: "other key" }],
  ["other claims than were signed", { isEdited: true }],
  ["one person, and its userinfo another", { userinfo: { sub: "eve" } }],
];

for (const [what, lie] of lies) {
  test(`an ID token with ${what} is refused`, async () => {
    const { state, nonce } = await beginSignIn(browser);
    provider.setAnswer(nonce, lie);
    expect(await comeBack(browser, { code: "any", state })).toBe("/sign-in?error=OAuthCallback");
    await expectNobody(browser);
  });
}

test("a callback with a wrong or missing state, an error or no code is refused", async () => {
  for (const [answer, error] of [
    [{ code: "any", state: "another" }, "OAuthCallback"],
    [{ code: "any" }, "OAuthCallback"],
    [{ error: "access_denied" }, "Callback"],
    [{}, "OAuthCallback"],
  ] as const) {
    const { nonce } = await beginSignIn(browser);
    provider.setAnswer(nonce, {});
    expect(await comeBack(browser, answer)).toBe(`/sign-in?error=${error}`);
    await expectNobody(browser);
  }
});

test("a callback started by another browser is refused", async ({ playwright }) => {
  const { state, nonce } = await beginSignIn(browser);
  provider.setAnswer(nonce, {});
  const victim = await newBrowser(playwright);
  const isBegun = await beginSignIn(victim);
  expect(isBegun.state).not.toBe(state);
  for (const other of [victim, await newBrowser(playwright)]) {
    expect(await comeBack(other, { code: "any", state })).toBe("/sign-in?error=OAuthCallback");
    await expectNobody(other);
    await other.dispose();
  }
});

test("a person without a role, or with another's unverified address, is refused with the reason", async () => {
  await runCli(["user", "add", "ada@example.com", "--role", "admin"], { data: server.data });
  const ada = { sub: "mallory", email: "ada@example.com" };
  for (const [claims, error] of [
    [{ groups: [] }, "no-role"],
    [{ groups: ["Leads", "leads=supervisor"] }, "no-role"],
    [{ groups: { leads: true } }, "no-role"],
    [{ ...ada, email_verified: false }, "email-not-verified"],
    [{ ...ada, email_verified: undefined }, "email-not-verified"],
    [{ ...ada, email_verified: "yes" }, "email-not-verified"],
    [{ email: undefined }, "no-email"],
  ] as const) {
    const { state, nonce } = await beginSignIn(browser);
    provider.setAnswer(nonce, { claims, userinfo: claims });
    const answer = await comeBack(browser, { code: "any", state });
    expect([claims, answer]).toEqual([claims, `/sign-in?error=${error}`]);
    await expectNobody(browser);
  }
});

test("a valid callback signs in once, and redirects to no other server", async () => {
  const { state, nonce, method } = await beginSignIn(browser, "//evil.example");
  expect(method).toBe("S256");
  provider.setAnswer(nonce, {});
  const answer = { code: "any", state };
  expect(await comeBack(browser, answer)).toMatch(/^\/?$/u);
  expect(await statusOf(browser)).toBe(200);
  const { stdout } = await runCli(["user", "list"], { data: server.data });
  expect(stdout).toMatch(/supervisor\s+grace@example\.com/u);
  expect(await comeBack(browser, answer)).toBe("/sign-in?error=OAuthCallback");
});

/** A browser's HTTP client, without pages. */
function newBrowser(playwright: {
  readonly request: { readonly newContext: (options: object) => Promise<APIRequestContext> };
}): Promise<APIRequestContext> {
  return playwright.request.newContext({
    baseURL: server.url,
    storageState: { cookies: [], origins: [] },
  });
}

/**
 * Starts a sign-in with the provider.
 * @returns the parameters of the authorization URL
 */
async function beginSignIn(who: APIRequestContext, callbackUrl = "/") {
  const csrf: unknown = await (await who.get("/api/auth/csrf")).json();
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf);
  const answer = await who.post("/api/auth/signin/oidc", {
    headers: { origin: server.url },
    form: { csrfToken, callbackUrl, json: "true" },
  });
  const { url } = z.object({ url: z.string() }).parse(await answer.json());
  const { origin, searchParams } = new URL(url);
  expect(origin).toBe(provider.issuer);
  const said = (name: string) => searchParams.get(name) ?? "";
  return { state: said("state"), nonce: said("nonce"), method: said("code_challenge_method") };
}

/**
 * Sends the provider's callback.
 * @returns where it redirects, without our own origin
 */
async function comeBack(
  who: APIRequestContext,
  params: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await who.get("/api/auth/callback/oidc", { params, maxRedirects: 0 });
  const first = locationOf(answer);
  // next-auth redirects to its error page, and that to ours.
  if (!first.startsWith("/api/auth/error")) return first;
  return locationOf(await who.get(first, { maxRedirects: 0 }));
}

function locationOf(answer: APIResponse): string {
  return (answer.headers()["location"] ?? "").replace(server.url, "");
}

async function expectNobody(who: APIRequestContext): Promise<void> {
  expect(await statusOf(who)).toBe(307);
  const { stdout } = await runCli(["user", "list"], { data: server.data });
  expect(stdout).not.toContain("grace");
}

async function statusOf(who: APIRequestContext): Promise<number> {
  return (await who.get("/cases", { maxRedirects: 0 })).status();
}
