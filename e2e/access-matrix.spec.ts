import type { APIRequestContext } from "@playwright/test";
import { may, permissions, roles, type Permission, type Role } from "@/lib/domain/permission";
import { signInAs } from "./accounts";
import {
  actionAccess,
  actionsInBuild,
  routeAccess,
  routesInSources,
  silentActions,
  type Access,
} from "./route-access";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

type Who = Role | "nobody";

let server: OwnServer;
const requests = new Map<Who, APIRequestContext>();

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(180_000);
  server = await startOwnServer([], { accounts: "none" });
  const baseURL = server.url;
  for (const role of roles) {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    await signInAs(await context.newPage(), server, role);
    const storageState = await context.storageState();
    requests.set(role, await playwright.request.newContext({ baseURL, storageState }));
    await context.close();
  }
  const storageState = { cookies: [], origins: [] };
  requests.set("nobody", await playwright.request.newContext({ baseURL, storageState }));
});
test.afterAll(async () => {
  for (const request of requests.values()) await request.dispose();
  await server.stop();
});

test("every route and every action says who it is for", () => {
  expect(Object.keys(routeAccess).sort()).toEqual(routesInSources());
  expect(Object.keys(actionAccess).sort()).toEqual(
    actionsInBuild()
      .map(({ name }) => name)
      .sort(),
  );
});

for (const who of ["nobody", ...roles] as const) {
  test(`${who}: every route answers or refuses as its permission says`, async () => {
    for (const ways of Object.values(routeAccess)) {
      for (const [way, access] of Object.entries(ways)) {
        expect(await statusFor(who, way), `${who} ${way}`).toBe(expectedStatus(who, way, access));
      }
    }
  });

  test(`${who}: every action is done or refused as its permission says`, async () => {
    for (const { name, id, page } of actionsInBuild()) {
      const access = actionAccess[name] ?? "nothing";
      const told = await callAction(who, id, page);
      if (silentActions.has(name)) continue;
      const isRefused = /sign in as|You are signed out/u.test(told);
      expect(isRefused, `${who} ${name}: ${told}`).toBe(!isAllowed(who, access));
    }
  });
}

test("an action that a foreign page calls, or no page, is refused before it is looked at", async () => {
  for (const { id, page } of actionsInBuild()) {
    for (const origin of ["http://evil.example", "null", undefined]) {
      const headers = { "next-action": id, ...(origin === undefined ? {} : { origin }) };
      const answer = await as("admin").post(page, { headers, data: "[]" });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toContain("did not come from a page of this server");
    }
  }
});

function as(who: Who): APIRequestContext {
  const request = requests.get(who);
  if (request === undefined) throw new Error(`${who} is not signed in.`);
  return request;
}

function isAllowed(who: Who, access: Access): boolean {
  if (access === "anybody") return true;
  if (who === "nobody" || !(access in permissions)) return false;
  return may({ role: who, scope: null, isDemo: false }, access as Permission);
}

/** What the table says: what is not there is looked for only by those who may. */
function expectedStatus(who: Who, way: string, access: Access): number {
  if (access === "nothing") return 404;
  if (access === "token") return 401;
  const isForScripts = way.includes("/api/") || way.includes(".csv");
  if (!isAllowed(who, access)) return who === "nobody" ? (isForScripts ? 401 : 307) : 403;
  if (way === "GET /") return 307;
  if (way === "GET /sign-in" && who !== "nobody") return 307;
  if (way === "POST /api/uploads") return 400;
  return /\/:id$/u.test(way) ? 404 : 200;
}

async function statusFor(who: Who, way: string): Promise<number> {
  const [method = "", path = ""] = way.split(" ");
  const answer = await as(who).fetch(path.replace(":id", "no-such-id"), {
    method,
    maxRedirects: 0,
    ...(method === "POST" ? { headers: { origin: server.url }, data: {} } : {}),
  });
  if (who === "nobody" && answer.status() === 307) {
    expect(answer.headers()["location"]).toMatch(/^\/sign-in/u);
  }
  return answer.status();
}

async function callAction(who: Who, id: string, page: string): Promise<string> {
  const headers = {
    "next-action": id,
    origin: server.url,
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
  };
  const answer = await as(who).post(page.replace(":id", "no-such-id"), { headers, data: "[{}]" });
  return answer.text();
}
