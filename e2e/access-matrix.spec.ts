import { writeFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import {
  may,
  permissions,
  roles,
  type Permission,
  type Viewer,
} from "@/lib/domain/people/permission";
import { leaksIn, plantAll } from "@/lib/testing/canaries/plant-canaries";
import { seededRandom } from "@/lib/testing/seeded-random";
import { asLines } from "@/lib/testing/spans/otlp";
import { postSignIn, signInByRequest } from "./accounts";
import { statusOfStream } from "./event-stream";
import { actionAccess, actionsInBuild, routeAccess, silentActions } from "./route-access";
import type { Access } from "./route-access";
import { otherWaysInBuild, routesInBuild, routesInSources } from "./routes-in-sources";
import { startOwnServer, type OwnServer } from "./own-server";
import { readAllStored, readStored } from "./stored";
import { expect, test } from "./test";
import { idsOf, writeTwoRegions } from "./two-regions";

type Looks = Pick<Viewer, "role" | "scope" | "isDemo">;

/** Viewers: nobody, each role, a visitor of the demo, and an account limited to one region. */
const viewers = {
  nobody: null,
  ...Object.fromEntries(roles.map((role) => [role, { role, scope: null, isDemo: false }])),
  "a visitor of the demo as admin": { role: "admin", scope: null, isDemo: true },
  "an admin of one region": {
    role: "admin",
    scope: { regions: ["EU"], teams: [] },
    isDemo: false,
  },
} as const satisfies Readonly<Record<string, Looks | null>>;
const whos: readonly (readonly [who: string, looks: Looks | null])[] = Object.entries(viewers);

let server: OwnServer;
const requests = new Map<string, APIRequestContext>();
const canaries = plantAll(seededRandom(3));
/** What routes answered to all viewers. */
const answered: string[] = [];

test.beforeAll(async ({ playwright }, info) => {
  const [spans, rows] = [info.outputPath("spans.jsonl"), info.outputPath("rows.jsonl")];
  writeFileSync(spans, asLines(canaries.requests));
  writeFileSync(rows, asLines(canaries.rows));
  const regions = writeTwoRegions(info.outputPath("regions.jsonl"));
  server = await startOwnServer([regions, spans, rows], {
    accounts: "none",
    hasDemo: true,
  });
  for (const [who, looks] of whos) {
    const storageState = { cookies: [], origins: [] };
    const request = await playwright.request.newContext({ baseURL: server.url, storageState });
    requests.set(who, request);
    if (looks === null) continue;
    const { role, scope, isDemo } = looks;
    const options = (scope?.regions ?? []).flatMap((region) => ["--region", region]);
    if (isDemo) await postSignIn(request, server.url, "demo", { role });
    else await signInByRequest(request, server, role, ...options);
  }
});
test.afterAll(async () => {
  for (const request of requests.values()) await request.dispose();
  await server.stop();
});

test("every route, method and action has a declared access @release", () => {
  const listed = Object.entries(routeAccess).map(([file, ways]) => {
    const methods = Object.keys(ways).map((way) => way.split(" ")[0]);
    return [file, [...new Set(methods)].sort()] as const;
  });
  expect(Object.fromEntries(listed)).toEqual(routesInSources());
  const files = Object.keys(routeAccess).map((file) => file.replace(/\.\w+$/u, ""));
  expect(files.sort()).toEqual(routesInBuild());
  expect(otherWaysInBuild()).toEqual(["/500"]);
  expect(Object.keys(actionAccess).sort()).toEqual(
    actionsInBuild()
      .map(({ name }) => name)
      .sort(),
  );
});

for (const [who, looks] of whos) {
  test(`${who}: every route answers or refuses as its permission says @release`, async () => {
    for (const ways of Object.values(routeAccess)) {
      for (const [way, access] of Object.entries(ways)) {
        const expected = expectedStatus(looks, way, access);
        expect(await statusFor(who, way), `${who} ${way}`).toBe(expected);
      }
    }
  });

  test(`${who}: every action is done or refused as its permission says @release`, async () => {
    for (const { name, id, page } of actionsInBuild()) {
      const access = actionAccess[name] ?? "nothing";
      const answer = await callWithNothing(who, id, page);
      if (silentActions.has(name)) continue;
      const isRefused = /sign in (?:as|with an account)|You are signed out/u.test(answer);
      expect(isRefused, `${who} ${name}: ${answer}`).toBe(!isAllowed(looks, access));
    }
  });
}

test("a record outside the viewer's scope is answered like one that does not exist @release", async () => {
  const ids = {
    EU: idsOf("EU"),
    US: idsOf("US"),
    demo: await idsInDemo(),
  };
  for (const [who, looks] of whos) {
    for (const [place, { cases, customers, traces }] of Object.entries(ids)) {
      const isSeen = placesOf(looks).includes(place);
      const expected = looks === null ? 307 : isSeen ? 200 : 404;
      for (const path of [`/cases/${cases}`, `/customers/${customers}`, `/traces/${traces}`]) {
        const answer = await as(who).get(path, { maxRedirects: 0 });
        expect([who, path, answer.status()]).toEqual([who, path, expected]);
      }
      const peek = await as(who).get(`/api/cases/peek?peek=${cases}`);
      expect([who, cases, peek.status()]).toEqual([who, cases, looks === null ? 401 : 200]);
      if (looks !== null) expect((await peek.text()) !== "null", `${who} ${cases}`).toBe(isSeen);
    }
  }
});

test("nobody is shown, and nothing keeps, a personal value that was sent @release", async () => {
  const { cases, traces } = await idsOfCanaries();
  expect(cases.length).toBeGreaterThan(30);
  const paths = [
    ...cases.flatMap((id) => [`/cases/${id}`, `/cases/${id}/pack`]),
    ...traces.map((id) => `/traces/${id}`),
    ...["/cases.csv?period=all", "/disclosures?period=all", "/pii?period=all"],
    ...["contacts", "disclosures", "pii"].map((thing) => `/lists/${thing}/csv?period=all`),
  ];
  for (const path of paths) {
    const answer = await as("admin").get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    answered.push(await answer.text());
  }
  const shown = answered.join("\n");
  for (const id of cases) expect(shown).toContain(id);
  const files = await readAllStored(server.data);
  expect(leaksIn({ shown, log: server.log(), files }, canaries.planted)).toEqual([]);
});

test("a list holds only cases within the viewer's scope @release", async () => {
  const demo = await idsInDemo();
  for (const [who, looks] of whos) {
    if (looks === null) continue;
    const list = await (await as(who).get("/cases.csv")).text();
    const page = await (await as(who).get("/cases")).text();
    for (const region of ["EU", "US"] as const) {
      const isSeen = placesOf(looks).includes(region);
      expect(list.includes(idsOf(region).cases), `${who} ${region}`).toBe(isSeen);
      expect(page.includes(idsOf(region).cases), `${who} ${region}`).toBe(isSeen);
    }
    expect(list.includes(demo.cases), who).toBe(looks.isDemo);
  }
});

test("an action called from a foreign page, or without an origin, is refused before it runs @release", async () => {
  for (const { id, page } of actionsInBuild()) {
    for (const origin of ["http://evil.example", "null", undefined]) {
      const headers = { "next-action": id, ...(origin === undefined ? {} : { origin }) };
      const answer = await as("admin").post(page, { headers, data: "[]" });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toContain("did not come from a page of this server");
    }
  }
});

function as(who: string): APIRequestContext {
  const request = requests.get(who);
  if (request === undefined) throw new Error(`${who} is not signed in.`);
  return request;
}

function isAllowed(looks: Looks | null, access: Access): boolean {
  if (access === "anybody") return true;
  return looks !== null && access in permissions && may(looks, access as Permission);
}

/** The regions of `main`, or the demo. */
function placesOf(looks: Looks | null): readonly string[] {
  if (looks === null) return [];
  if (looks.isDemo) return ["demo"];
  return looks.scope === null ? ["EU", "US"] : looks.scope.regions;
}

/** The expected status: only permitted viewers learn that something does not exist. */
function expectedStatus(looks: Looks | null, way: string, access: Access): number {
  if (access === "nothing") return 404;
  if (access === "no-method") return 405;
  if (access === "token") return 401;
  const isForScripts =
    /\/api\/|[./]csv$|\/report$|\/pack$|\/jsonl$|\/releases\/:id\/cases$|\/workspaces\//u.test(way);
  if (!isAllowed(looks, access)) return looks === null ? (isForScripts ? 401 : 307) : 403;
  if (way === "GET /") return 307;
  if (way === "GET /sign-in" && looks !== null) return 307;
  // next-auth redirects a form without its CSRF token.
  if (way === "POST /api/auth/signin/oidc") return 302;
  if (way === "GET /api/auth/error" || way === "GET /api/auth/signin") return 303;
  if (way === "GET /account" && looks?.isDemo === true) return 404;
  if (way === "POST /api/uploads") return 400;
  return /\/:id(?:\/cases|\/jsonl|\/pack|\/second)?$/u.test(way) ? 404 : 200;
}

async function statusFor(who: string, way: string): Promise<number> {
  const [method = "", path = ""] = way.replaceAll(":id", "no-such-id").split(" ");
  if (path.startsWith("/api/live/")) return statusOfStream(server.url, as(who), path);
  const answer = await as(who).fetch(path, {
    method,
    maxRedirects: 0,
    ...(method === "POST" ? { headers: { origin: server.url }, data: {} } : {}),
  });
  if (who === "nobody" && answer.status() === 307) {
    const to = path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
    expect(answer.headers()["location"]).toBe(to);
  }
  answered.push(await answer.text());
  return answer.status();
}

async function callWithNothing(who: string, id: string, page: string): Promise<string> {
  const headers = {
    "next-action": id,
    origin: server.url,
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
  };
  const answer = await as(who).post(page.replace(":id", "no-such-id"), { headers, data: "[{}]" });
  return answer.text();
}

/** Ids in the demo, as its visitors see them. */
async function idsInDemo(): Promise<Readonly<Record<"cases" | "customers" | "traces", string>>> {
  const visitor = as("a visitor of the demo as admin");
  const list = await (await visitor.get("/cases.csv")).text();
  const cases = list.split("\r\n")[1]?.split(",")[0] ?? "";
  const page = await (await visitor.get(`/cases/${cases}`)).text();
  const [, customers = ""] = /"\/customers\/([^"?]+)/u.exec(page) ?? [];
  const [, traces = ""] = /\/traces\/([0-9a-f]{32})/u.exec(page) ?? [];
  return { cases, customers, traces };
}

async function idsOfCanaries(): Promise<Readonly<Record<"cases" | "traces", readonly string[]>>> {
  const column = (sql: string) => readStored<string>(server.data, "main", sql);
  return {
    cases: await column("SELECT case_id FROM cases WHERE case_id NOT LIKE 'region-%'"),
    traces: await column("SELECT trace_id FROM traces"),
  };
}
