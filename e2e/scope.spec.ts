import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { asLines, otlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { adminRequest, signInAs } from "./accounts";
import { callAction } from "./call-action";
import { startOwnServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const dayUs = 86_400_000_000;
const startUs = (Math.floor(nowUs() / dayUs) - 40) * dayUs;

type ScopeSpan = {
  readonly idSuffix: string;
  readonly caseId: string;
  readonly region: "EU" | "US" | null;
  readonly team?: string;
  readonly customer: string;
  /** Another span's trace id suffix, to share its trace. */
  readonly trace?: string;
};

/** Customers with cases in both regions, in one, and in none, and a trace with cases of both. */
const said: readonly ScopeSpan[] = [
  { idSuffix: "1", caseId: "scope-eu-1", region: "EU", customer: "scope-both", team: "Winds" },
  { idSuffix: "2", caseId: "scope-eu-1", region: "EU", customer: "scope-both", team: "Strings" },
  { idSuffix: "3", caseId: "scope-eu-2", region: "EU", customer: "scope-both" },
  { idSuffix: "4", caseId: "scope-us-1", region: "US", customer: "scope-both", team: "Winds" },
  { idSuffix: "5", caseId: "scope-us-1", region: "US", customer: "scope-both" },
  { idSuffix: "6", caseId: "scope-us-2", region: "US", customer: "scope-us", team: "Strings" },
  { idSuffix: "7", caseId: "scope-none", region: null, customer: "scope-none-cu" },
  { idSuffix: "8", caseId: "scope-eu-2", region: "EU", customer: "scope-both", trace: "9" },
  { idSuffix: "9", caseId: "scope-us-2", region: "US", customer: "scope-us" },
];
/** Ids and text of another region. */
const foreign = /scope-us|scope-none|us-flugelhorn|none-flugelhorn/;

let server: OwnServer;
let admin: APIRequestContext;
const folder = mkdtempSync(join(tmpdir(), "throughline-scope-"));

test.use({ storageState: { cookies: [], origins: [] } });
test.beforeAll(async ({ playwright }) => {
  const file = join(folder, "scope.jsonl");
  writeFileSync(file, asLines([otlpRequest(said.map(spanOf))]));
  server = await startOwnServer([file]);
  admin = await adminRequest(playwright, server.url);
});
test.afterAll(async () => {
  await admin.dispose();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const limits: readonly (readonly [words: string, flags: readonly string[], seen: string[]])[] = [
  ["a team", ["--team", "Winds"], ["scope-eu-1", "scope-us-1"]],
  ["a team and a region", ["--team", "Winds", "--region", "EU"], ["scope-eu-1"]],
  ["two teams", ["--team", "Winds", "Strings"], ["scope-eu-1", "scope-us-1", "scope-us-2"]],
  ["a team that served nobody", ["--team", "Drums"], []],
];

for (const [words, flags, seen] of limits) {
  test(`a supervisor of ${words} sees what they served, and changes no others`, async ({
    page,
  }) => {
    const { request } = page.context();
    await signInAs(page, server, "supervisor", ...flags);
    const cases = [...new Set(said.map(({ caseId }) => caseId))];
    const rows = page.locator("tbody tr[id^='row-']").getByRole("rowheader");
    for (const path of ["/cases?sort=case&dir=asc", "/cases?sort=case&dir=asc&q=flugelhorn"]) {
      await page.goto(`${server.url}${path}`);
      await expect(rows).toHaveText(seen);
    }
    expect(await exported(request, "/cases.csv")).toEqual(seen);
    expect(await exported(request, "/cases.csv?q=flugelhorn")).toEqual(seen);
    for (const caseId of cases) {
      const isSeen = seen.includes(caseId);
      const status = (await request.get(`${server.url}/cases/${caseId}`)).status();
      expect([caseId, status]).toEqual([caseId, isSeen ? 200 : 404]);
      const peek = await text(request, `/api/cases/peek?peek=${caseId}`);
      expect([caseId, peek !== "null"]).toEqual([caseId, isSeen]);
      const found = await exported(request, `/cases.csv?q=${caseId}`);
      expect(found).toEqual(isSeen ? [caseId] : []);
      const note = await call(request, "addNote", { caseId, text: "Mine." });
      expect([caseId, note.isDone, note.code]).toEqual([
        caseId,
        isSeen,
        isSeen ? null : "not-found",
      ]);
      if (!isSeen) continue;
      expect((await call(request, "removeNote", note.id)).isDone).toBe(true);
      const merge = { fromCaseId: caseId, toCaseId: "scope-none" };
      expect((await call(request, "mergeCase", merge)).code).toBe("not-found");
    }
  });
}

test("the team is shown on the case, in the list and the export, and offered on the page Access", async ({
  page,
}) => {
  await page.context().addCookies((await admin.storageState()).cookies);
  await page.goto(`${server.url}/cases/scope-eu-1`);
  await expect(page.getByText("team Winds, Strings")).toBeVisible();
  await page.goto(`${server.url}/cases?cols=region.team&q=scope-eu-1`);
  await expect(page.getByRole("cell", { name: "Winds, Strings" })).toBeVisible();
  expect(await text(admin, "/cases.csv?cols=team&q=scope-eu-1")).toContain(
    'scope-eu-1,"Winds, Strings"',
  );
  await page.goto(`${server.url}/access`);
  const field = page.getByRole("combobox", { name: "Only teams" });
  const offered = async () => {
    const list = page.locator(`datalist[id="${(await field.getAttribute("list")) ?? ""}"] option`);
    return list.evaluateAll((options) => options.map((option) => option.getAttribute("value")));
  };
  expect(await offered()).toEqual(["Strings", "Winds"]);
  await field.fill("Winds, ");
  expect(await offered()).toEqual(["Winds, Strings"]);
});

test("a supervisor of one region sees its cases alone, and changes no others", async ({ page }) => {
  const { request } = page.context();
  await signInAs(page, server, "supervisor", "--region", "EU");

  await test.step("the list, its counts and its search", async () => {
    await page.goto(`${server.url}/cases?sort=case&dir=asc`);
    const rows = page.locator("tbody tr[id^='row-']").getByRole("rowheader");
    await expect(rows).toHaveText(["scope-eu-1", "scope-eu-2"]);
    expect(await page.content()).not.toMatch(foreign);
    await page.goto(`${server.url}/cases?q=us-flugelhorn`);
    await expect(rows).toHaveCount(0);
    await page.goto(`${server.url}/cases?q=scope-`);
    await expect(rows).toHaveCount(2);
    expect(await text(request, "/cases?q=scope-us-1")).not.toContain("row-scope-us-1");
    expect(await text(admin, "/cases?q=scope-us-1")).toContain("row-scope-us-1");
  });

  await test.step("the export", async () => {
    const all = ["scope-eu-1", "scope-eu-2", "scope-none", "scope-us-1", "scope-us-2"];
    expect(await exported(admin, "/cases.csv")).toEqual(all);
    expect(await exported(request, "/cases.csv")).toEqual(["scope-eu-1", "scope-eu-2"]);
    expect(await exported(request, "/cases.csv?q=scope-us-1")).toEqual([]);
  });

  await test.step("one case, its preview, its customer and its traces by their ids", async () => {
    expect(await text(request, "/api/cases/peek?peek=scope-eu-1")).toContain("scope-eu-1");
    for (const caseId of ["scope-us-1", "scope-none", "nobody"]) {
      expect(await text(request, `/api/cases/peek?peek=${caseId}`)).toBe("null");
      expect(await text(request, `/cases?peek=${caseId}`)).not.toContain("us-flugelhorn");
    }
    const found = ["/cases/scope-eu-1", "/customers/scope-both", traceOf("1"), traceOf("3")];
    for (const path of found) expect(await text(request, path), path).not.toMatch(foreign);
    const hidden = [
      ...["/cases/scope-us-1", "/cases/scope-us-2", "/cases/scope-none"],
      ...["/customers/scope-us", "/customers/scope-none-cu"],
      ...["4", "6", "7", "9"].map(traceOf),
    ];
    for (const path of hidden) {
      const answer = await request.get(`${server.url}${path}`);
      expect([path, answer.status()]).toEqual([path, 404]);
      expect(await answer.text()).not.toMatch(/flugelhorn/);
      expect((await admin.get(path)).status()).toBe(200);
    }
    expect(await text(admin, "/customers/scope-both")).toMatch(foreign);
  });

  await test.step("changes", async () => {
    const contact = (caseId: string, idSuffix: string) => ({
      caseId,
      ordinal: 0,
      startUs: atOf(idSuffix),
    });
    const note = await call(admin, "addNote", { caseId: "scope-us-1", text: "Ours." });
    const split = await call(admin, "moveContact", {
      contact: contact("scope-us-1", "4"),
      toCaseId: "scope-us-1-2",
      isNewCase: true,
    });
    expect([note.isDone, split.isDone]).toEqual([true, true]);
    const refused: readonly (readonly [name: string, input: unknown])[] = [
      ["mergeCase", { fromCaseId: "scope-us-2", toCaseId: "scope-eu-1" }],
      ["mergeCase", { fromCaseId: "scope-eu-1", toCaseId: "scope-us-2" }],
      ...["scope-eu-1", "scope-us-1"].map(
        (toCaseId) =>
          [
            "moveContact",
            { contact: contact("scope-us-2", "6"), toCaseId, isNewCase: false },
          ] as const,
      ),
      [
        "moveContact",
        { contact: contact("scope-eu-1", "1"), toCaseId: "scope-us-2", isNewCase: false },
      ],
      ["moveTrace", { traceId: idOf("6"), toCaseId: "scope-eu-1" }],
      ["moveTrace", { traceId: idOf("9"), toCaseId: "scope-eu-1" }],
      ["moveTrace", { traceId: idOf("1"), toCaseId: "scope-us-2" }],
      ["addNote", { caseId: "scope-us-2", text: "Theirs." }],
      ["removeNote", note.id],
      ["removeDecision", split.id],
    ];
    for (const [name, input] of refused) {
      const answer = await call(request, name, input);
      expect([name, input, answer]).toMatchObject([
        name,
        input,
        { isDone: false, code: "not-found" },
      ]);
    }
    const preview = await callAction(
      request,
      server.url,
      "previewContactMove",
      contact("scope-us-2", "6"),
    );
    expect(preview).toContain("There is no case scope-us-2; check the id.");
    const kept = await call(request, "addNote", { caseId: "scope-eu-1", text: "Ours." });
    expect(kept.isDone).toBe(true);
    expect((await call(request, "removeNote", kept.id)).isDone).toBe(true);
  });

  await test.step("pages about the whole workspace", async () => {
    for (const path of ["/data-health", "/settings", "/ingest", "/access", "/audit"]) {
      expect((await request.get(`${server.url}${path}`)).status(), path).toBe(403);
    }
  });
});

/** The case ids in an export. */
async function exported(who: APIRequestContext, path: string) {
  const lines = (await text(who, path)).trim().split("\r\n").slice(1);
  return lines.map((line) => line.split(",")[0]).sort();
}

function idOf(idSuffix: string): string {
  return idSuffix.padStart(32, "5c09e");
}

function traceOf(idSuffix: string): string {
  return `/traces/${idOf(idSuffix)}`;
}

function atOf(idSuffix: string): number {
  return startUs + Number(idSuffix) * dayUs;
}

function spanOf({
  idSuffix,
  caseId,
  region,
  team,
  customer,
  trace = idSuffix,
}: ScopeSpan): PlainSpan {
  return {
    traceId: idOf(trace),
    spanId: idSuffix.padStart(16, "5c09e"),
    name: "message",
    startUs: atOf(idSuffix),
    attributes: {
      case_id: caseId,
      customer_id: customer,
      channel: "chat",
      interaction_id: `scope-${idSuffix}`,
      intent: "instrument_trouble",
      "message.role": "customer",
      "message.content": `My ${(region ?? "none").toLowerCase()}-flugelhorn is broken.`,
      ...(region === null ? {} : { region }),
      ...(team === undefined ? {} : { "agent.team": team }),
    },
  };
}

async function text(who: APIRequestContext, path: string): Promise<string> {
  const answer = await who.get(`${server.url}${path}`);
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.text();
}

/**
 * Calls a server action like a page.
 * @returns its outcome
 */
async function call(who: APIRequestContext, name: string, input: unknown) {
  const answer = await callAction(who, server.url, name, input);
  return {
    isDone: answer.includes('"isDone":true'),
    code: /"code":"([^"]+)"/u.exec(answer)?.[1] ?? null,
    id: Number(/"isDone":true,"id":(\d+)/u.exec(answer)?.[1] ?? 0),
  };
}
