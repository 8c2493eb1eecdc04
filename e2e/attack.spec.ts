import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { makeToken, signInAs } from "./accounts";
import type { OwnServer } from "./own-server";
import { expect, test } from "./test";

const script = `"><img src=x onerror="window.__ran=1"><script>window.__ran=1</script>{{7*7}}\${7*7}`;

test.use({ storageState: { cookies: [], origins: [] } });
test.describe.configure({ mode: "parallel" });

/** A span in which every displayed text is a script. */
function hostileSpan(caseId: string, spanId: string, role: string) {
  const texts = {
    case_id: caseId,
    customer_id: script,
    intent: script,
    "case.type": script,
    region: script,
    release: script,
    "agent.id": script,
    "gen_ai.prompt.name": script,
    "gen_ai.request.model": script,
    "message.content": `${script} please help`,
    [script]: script,
  };
  const attributes = Object.entries({ ...texts, channel: "chat", "message.role": role }).map(
    ([key, stringValue]) => ({ key, value: { stringValue } }),
  );
  const startTimeUnixNano = `${String(nowUs() - 3_600_000_000)}000`;
  const status = { code: 2, message: script };
  const events = [{ timeUnixNano: startTimeUnixNano, name: script, attributes }];
  const ids = { traceId: "a77a".repeat(8), spanId: spanId.repeat(8) };
  return { ...ids, name: script, startTimeUnixNano, attributes, status, events };
}

async function sendHostile(page: Page, server: OwnServer): Promise<void> {
  const spans = [hostileSpan(script, "a1", "customer"), hostileSpan(script, "a2", "agent")];
  const resourceSpans = [{ resource: {}, scopeSpans: [{ scope: { name: script }, spans }] }];
  const headers = { authorization: `Bearer ${await makeToken(server.data)}` };
  const sent = await page.request.post(`${server.url}/v1/traces`, {
    headers,
    data: { resourceSpans },
  });
  expect(sent.status()).toBe(200);
}

async function ran(page: Page): Promise<boolean> {
  return page.evaluate(() => "__ran" in window);
}

test("a script in every text of a trace is shown and never run", async ({
  page,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  await sendHostile(page, server);
  const caseHref = `${server.url}/cases/${encodeURIComponent(script)}`;
  await expect.poll(async () => (await page.request.get(caseHref)).status()).toBe(200);
  const addresses = [
    caseHref,
    `${server.url}/cases?peek=${encodeURIComponent(script)}`,
    `${server.url}/customers/${encodeURIComponent(script)}`,
    ...["messages", "attributes", "scores", "raw"].map(
      (tab) => `${server.url}/traces/${"a77a".repeat(8)}?tab=${tab}`,
    ),
    ...["data-health", "ingest", "settings", "audit"].map((path) => `${server.url}/${path}`),
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading").first()).toBeVisible();
    expect(await ran(page), address).toBe(false);
  }
});

test("a script in any parameter of any page is never run", async ({ page, newServer: server }) => {
  await signInAs(page, server, "admin");
  const evil = encodeURIComponent(script);
  const fields = [
    "q",
    "peek",
    "list",
    "sort",
    "item",
    "tab",
    "span",
    "from",
    "page",
    "action",
    "error",
    "to",
    "code",
  ];
  const search = fields.map((field) => `${field}=${evil}`).join("&");
  const paths = [
    "cases",
    `cases/${evil}`,
    `customers/${evil}`,
    `traces/${evil}`,
    "data-health",
    "ingest",
    "settings",
    "audit",
    "access",
    "password",
    "nowhere",
  ];
  for (const path of paths) {
    const answer = await page.request.get(`${server.url}/${path}?${search}`);
    expect(answer.status(), path).toBeLessThan(500);
    expect(await answer.text(), path).not.toContain("<script>window.__ran");
  }
});

test("SQL and paths in any parameter find nothing and break nothing", async ({
  page,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  const evils = [
    "' OR 1=1 --",
    '") OR 1=1 --',
    "'; DROP TABLE cases; --",
    "../../../../etc/passwd",
    "..%2f..%2fkey",
    "\u0000",
    "%00",
    "a".repeat(5000),
    '{"$gt":""}',
    "NEAR(a b)",
    '"',
    "*",
    "__proto__",
  ];
  for (const evil of evils) {
    const text = encodeURIComponent(evil);
    for (const path of [
      `cases?q=${text}`,
      `cases.csv?q=${text}`,
      `cases/${text}`,
      `traces/${text}`,
      `customers/${text}`,
      `audit?target=${text}&actor=${text}`,
      `api/cases/peek?peek=${text}`,
      `_next/static/${text}`,
      `password?code=${text}`,
    ]) {
      const answer = await page.request.get(`${server.url}/${path}`, { maxRedirects: 0 });
      expect(answer.status(), path).toBeLessThan(500);
      const body = await answer.text();
      expect(body, path).not.toContain("root:");
      expect(body, path).not.toContain("SQLITE");
    }
  }
  expect((await page.request.get(`${server.url}/cases`)).status()).toBe(200);
});

test("a forged, edited or ended session is signed out @release", async ({
  page,
  playwright,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const value = session?.value ?? "";
  const status = async (cookie: string) => {
    const extraHTTPHeaders = { cookie: `next-auth.session-token=${cookie}` };
    const request = await playwright.request.newContext({ extraHTTPHeaders });
    const answer = await request.get(`${server.url}/cases`, { maxRedirects: 0 });
    await request.dispose();
    return answer.status();
  };
  expect(await status(value)).toBe(200);
  const middle = Math.floor(value.length / 2);
  const other = value[middle] === "A" ? "B" : "A";
  expect(await status(value.slice(0, middle) + other + value.slice(middle + 1))).toBe(307);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"key":"a"}').toString("base64url")}.`;
  expect(await status(unsigned)).toBe(307);
  await page.goto(`${server.url}/account`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${server.url}/sign-in`);
  expect(await status(value)).toBe(307);
});

test("a session key in an Authorization header is ignored", async ({
  page,
  playwright,
  newServer: server,
}) => {
  await signInAs(page, server, "admin");
  const cookies = await page.context().cookies();
  const value = cookies.find(({ name }) => name.endsWith("session-token"))?.value ?? "";
  const request = await playwright.request.newContext();
  const answer = await request.get(`${server.url}/cases`, {
    maxRedirects: 0,
    headers: { authorization: `Bearer ${value}` },
  });
  expect(answer.status()).toBe(307);
  await request.dispose();
});

test("sign-in redirects only to pages of this server", async ({ page, newServer: server }) => {
  await signInAs(page, server, "admin");
  for (const to of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    const answer = await page.request.get(`${server.url}/sign-in?to=${encodeURIComponent(to)}`, {
      maxRedirects: 0,
    });
    const location = new URL(answer.headers()["location"] ?? "/", server.url);
    expect(location.origin, to).toBe(server.url);
  }
});

test("unknown members of an action's input are refused", async ({ page, newServer: server }) => {
  await signInAs(page, server, "admin");
  await page.goto(`${server.url}/access`);
  const form = page.getByRole("form", { name: "Add a person" });
  await page.route("**/access", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const sent = route.request().postData() ?? "";
    await route.continue({ postData: sent.replace('"role":', '"id":1,"disabledUs":null,"role":') });
  });
  await form.getByLabel("Name").fill("Mallory");
  await form.getByLabel("E-mail").fill("mallory@example.com");
  await form.getByRole("button", { name: "Add person" }).click();
  await expect(form.getByRole("status")).toContainText(/\w/u);
  await page.unroute("**/access");
  await page.reload();
  await expect(page.getByText("mallory@example.com")).toBeHidden();
});

test("bodies above the size limit are refused, also when compressed", async ({
  page,
  newServer: server,
}) => {
  const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024, 32));
  const answer = await page.request.post(`${server.url}/v1/traces`, {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    data: bomb,
  });
  expect([400, 413]).toContain(answer.status());
  expect((await page.request.get(`${server.url}/healthz`)).status()).toBe(200);
});

test("a body that did not arrive whole is refused with a sentence, and is no error of the server", async ({
  newServer: server,
}) => {
  const before = server.log().length;
  const form = "multipart/form-data; boundary=x";
  const torn = '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nabc';
  const bodies = [
    ["password", form, torn],
    ["cases", form, torn],
    ["nowhere", form, torn],
    ["password", "multipart/form-data", torn],
    ["api/auth/signout", "application/json", '{"csrfToken":"'],
    ["api/auth/callback/password", "application/json", ""],
  ] as const;
  for (const [path, type, body] of bodies) {
    const headers = { origin: server.url, "content-type": type };
    const answer = await fetch(`${server.url}/${path}`, { method: "POST", headers, body });
    expect(answer.status, `${path} ${type}`).toBe(400);
    expect(await answer.text(), path).toContain("did not arrive whole");
  }
  expect(server.log().slice(before)).not.toContain('"level":"error"');
});

test("input with line breaks injects neither headers nor log lines", async ({
  page,
  newServer: server,
}) => {
  const marker = "Ow0ned";
  const forged = `a\r\n2026-11-20 ${marker} signed in as admin\u001b[31m`;
  const split = encodeURIComponent(`${forged}\r\nSet-Cookie: ${marker}=1`);
  await signInAs(page, server, "admin");
  const { request } = page;
  for (const path of [
    `cases/${split}`,
    `sign-in?to=/${split}`,
    `cases?list=${split}&q=${split}`,
    `password?code=${split}`,
    `audit?from=${split}&target=${split}`,
    `api/auth/callback/oidc?error=${split}&state=${split}`,
    `api/auth/${split}`,
    split,
  ]) {
    const answer = await request.get(`${server.url}/${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(500);
    expect(answer.headers()["set-cookie"] ?? "").not.toContain(marker);
  }
  const token = `Bearer ${await makeToken(server.data)}`;
  const brokenSpan = { traceId: forged, spanId: forged, name: forged, startTimeUnixNano: forged };
  const spans = [hostileSpan(forged, "a1", "customer"), brokenSpan];
  const bodies: readonly (readonly [string, Readonly<Record<string, string>>, unknown])[] = [
    ["v1/traces", { authorization: token }, { resourceSpans: [{ scopeSpans: [{ spans }] }] }],
    ["v1/traces", { authorization: token, "content-type": "text/plain" }, forged],
    ["v1/traces", { authorization: `Bearer ${encodeURIComponent(forged)}` }, {}],
    ["api/uploads", { origin: server.url, "x-upload-id": marker, "x-file-name": split }, forged],
    [
      "api/uploads",
      { origin: server.url, "x-upload-id": "c".repeat(32), "x-file-name": split },
      forged,
    ],
    ["access", { origin: server.url, "next-action": `${marker}%0d%0a${marker}` }, [forged]],
  ];
  for (const [path, headers, data] of bodies) {
    const answer = await request.post(`${server.url}/${path}`, { headers, data });
    expect(answer.status(), path).toBeLessThan(500);
  }
  await expect
    .poll(async () => (await request.get(`${server.url}/api/uploads`)).text())
    .toContain("failed");
  expect(server.log()).toContain("is ready");
  expect(server.log()).not.toContain(marker);
});
