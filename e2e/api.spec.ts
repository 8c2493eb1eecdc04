import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { exportedCaseSchema, type ExportedCase } from "@/lib/analytics/exports/case-schema";
import { createApiClient } from "./api-client";
import { casesPageSchema, metricsAnswerSchema, problemSchema } from "@/lib/pages/api/answer-schema";
import { runCli } from "@/lib/testing/run-cli";
import { makeToken, signInAs } from "./accounts";
import { startOwnServer } from "./own-server";
import { readStored } from "./stored";
import { expect, test } from "./test";
import { idsOf, writeTwoRegions } from "./two-regions";

type Client = ReturnType<typeof createApiClient>;

/** A client made of the file that the server serves, with a token. */
async function clientOf(request: APIRequestContext, secret: string): Promise<Client> {
  const file = await request.get("/openapi.json");
  expect(file.headers()["content-type"]).toContain("application/json");
  const headers = { authorization: `Bearer ${secret}` };
  return createApiClient(await file.text(), async (path) => {
    const answer = await request.get(path, { headers });
    const type = (answer.headers()["content-type"] ?? "").split(";")[0] ?? "";
    return { status: answer.status(), type, body: await answer.json() };
  });
}

async function readCases(
  call: Client,
  sent: Parameters<Client>[1],
): Promise<readonly ExportedCase[]> {
  const cases: ExportedCase[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const more = cursor === "" ? {} : { cursor };
    const page = casesPageSchema.parse((await call("listCases", { ...sent, ...more })).body);
    cases.push(...page.cases);
    cursor = page.next_cursor;
  }
  return cases;
}

test.use({ storageState: { cookies: [], origins: [] } });

test("a client made of the file reads every case of the demo, which add up to the Overview's figures", async ({
  page,
  server,
  playwright,
}) => {
  const request = await playwright.request.newContext({ baseURL: server.url });
  const call = await clientOf(request, await makeToken(server.data, "--may", "export"));
  const sent = { workspace: "demo", limit: 97 };
  const cases = await readCases(call, sent);
  const exported = await runCli(["export", "cases", "--workspace", "demo", "--period", "90d"], {
    data: server.data,
  });
  const rows = exported.stdout
    .trim()
    .split("\n")
    .map((line) => exportedCaseSchema.parse(JSON.parse(line)));
  const byId = (one: ExportedCase, other: ExportedCase) => (one.case_id < other.case_id ? -1 : 1);
  expect([...cases].sort(byId)).toEqual([...rows].sort(byId));

  const { metrics } = metricsAnswerSchema.parse(
    (await call("readMetrics", { workspace: "demo" })).body,
  );
  const rate = metrics.find(({ id }) => id === "case_resolution_rate");
  const judged = cases.filter(({ resolved }) => resolved !== null).length;
  const resolved = cases.filter((each) => each.resolved === true).length;
  expect(rate).toMatchObject({ numerator: resolved, denominator: judged, n: judged });

  const once = cases.filter(({ outcome }) => outcome !== "duplicate").length;
  await signInAs(page, server, "cx");
  await page.context().addCookies([{ name: "workspace", value: "demo", url: server.url }]);
  await page.goto("/overview");
  await page.getByRole("button", { name: "How Case resolution is counted" }).click();
  await expect(page.getByRole("dialog", { name: "Case resolution" })).toContainText(
    new RegExp(
      `\\b${String(judged)} of ${String(once)} cases.*Counts${String(resolved)} cases`,
      "su",
    ),
  );
  await request.dispose();
});

test("a token reads what its region, its permission and its days allow, and the audit has each request", async ({
  playwright,
}, info) => {
  const regions = writeTwoRegions(info.outputPath("regions.jsonl"));
  const server = await startOwnServer([regions], { accounts: "none" });
  const request = await playwright.request.newContext({ baseURL: server.url });
  const all = await clientOf(request, await makeToken(server.data, "--may", "export", "view-text"));
  const eu = await makeToken(server.data, "--may", "export", "--region", "EU");
  const call = await clientOf(request, eu);
  const idsFor = async (client: Client) =>
    (await readCases(client, { period: "all" })).map(({ case_id }) => case_id);
  expect(await idsFor(call)).toEqual([idsOf("EU").cases]);
  expect((await idsFor(all)).sort()).toEqual([idsOf("EU").cases, idsOf("US").cases].sort());
  expect((await call("readCase", { id: idsOf("US").cases })).status).toBe(404);
  const [withWords, without] = [
    await all("readCase", { id: idsOf("EU").cases }),
    await call("readCase", { id: idsOf("EU").cases }),
  ];
  const wordsIn = (body: unknown) => JSON.stringify(body).match(/"(?:words|because)":"[^"]/gu);
  expect(wordsIn(withWords.body)).not.toBeNull();
  expect([without.status, wordsIn(without.body)]).toEqual([200, null]);

  for (const client of ["listCases", "readMetrics"].map((each) => call(each, { q: "refund" }))) {
    expect(detailOf(await client)).toMatch(/^403 Searching for words tells who said them/u);
  }
  for (const path of ["/cases.csv?q=refund", "/lists/promises/csv?q=refund"]) {
    const headers = { authorization: `Bearer ${eu}` };
    expect((await request.get(path, { headers })).status()).toBe(403);
  }

  const sending = await clientOf(request, await makeToken(server.data));
  const refused = await sending("listCases");
  expect(detailOf(refused)).toMatch(
    /^403 This token may not export.*token add <name> --may export/u,
  );
  expect(detailOf(await call("listCases", { channel: "pigeon" }))).toMatch(
    /^400 channel is one of voice, chat/u,
  );
  expect(detailOf(await call("listCases", { cursor: "x" }))).toMatch(/^400 cursor is the next/u);
  expect(detailOf(await call("listCases", { workspace: "demo" }))).toMatch(
    /^404 .*workspace demo/u,
  );

  const list = await runCli(["token", "list", "--json"], { data: server.data });
  const token = list.stdout
    .trim()
    .split("\n")
    .map((line) => z.object({ publicId: z.string(), scope: z.unknown() }).parse(JSON.parse(line)))
    .find(({ scope }) => scope !== null);
  await runCli(["token", "revoke", token?.publicId ?? ""], { data: server.data });
  expect(detailOf(await call("listCases"))).toMatch(
    /^401 This token was revoked.*token add <name> --may export/u,
  );
  const nowhere = await request.get("/api/v2/cases");
  expect([nowhere.status(), nowhere.headers()["content-type"]]).toEqual([
    404,
    "application/problem+json",
  ]);
  expect(problemSchema.parse(await nowhere.json()).detail).toContain("/api/v1/cases");
  const nobody = await request.get("/api/v1/cases");
  expect([nobody.status(), nobody.headers()["www-authenticate"]]).toEqual([401, "Bearer"]);
  expect(problemSchema.parse(await nobody.json()).detail).toContain("--may export");

  const sql = "SELECT target FROM audit WHERE actor = ? AND action = 'exported' ORDER BY seq";
  const exported = await readStored(server.data, "access", sql, token?.publicId ?? "");
  expect(exported).toEqual(["api/v1/cases", idsOf("EU").cases]);
  await request.dispose();
  await server.stop();
});

function detailOf({ status, body }: Awaited<ReturnType<Client>>): string {
  return `${String(status)} ${problemSchema.parse(body).detail}`;
}
