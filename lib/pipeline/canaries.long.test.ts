import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { nowUs } from "@/lib/clock/server";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { rolesThatMay } from "@/lib/domain/people/permission";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { statement } from "@/lib/store/port";
import { countSealed } from "@/lib/store/spans/sealed-originals";
import { openReader, openWriter } from "@/lib/store/open-database";
import { canaryMakers } from "@/lib/testing/canaries/canaries";
import { furtherMakers } from "@/lib/testing/canaries/further-canaries";
import { leaksIn, plantAll } from "@/lib/testing/canaries/plant-canaries";
import { asLines } from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { readAllFiles, readAllValues } from "@/lib/testing/spans/read-raw";
import { createScratch, type CliResult } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { bundleServer, startServer } from "@/lib/testing/start-server";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { childListCsv } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { loadPiiPage } from "@/lib/pages/pii/load";
import { piiCodec } from "@/lib/pages/pii/url";
import { locationIn, makeDatabase } from "@/lib/testing/postgres/folder-database";
import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { makeCasePack } from "./packs/make-case-pack";

const allMakers = [...canaryMakers, ...furtherMakers];
const scratch = createScratch();
afterAll(() => scratch.remove());

describe("canaries planted everywhere in traces and CRM rows", () => {
  it("are nowhere in the data folder, its columns, the exports or what is printed", async () => {
    const { requests, rows, names, planted } = plantAll(seededRandom(runSeed), allMakers);
    const posted = plantAll(seededRandom(runSeed + 1), allMakers);
    const data = scratch.folder();
    await keepOriginals(data);
    const bundle = await bundleServer(scratch.folder());
    const results: CliResult[] = [];
    const run = async (...args: string[]) => results.push(await runCommand(args, { data }));

    for (const name of names) await run("ingest", scratch.file(name, asLines(requests)));
    await run("ingest", scratch.file("rows.jsonl", asLines(rows)));
    await run("ingest", scratch.file("rows.csv", csvOf(rows)));
    const server = await startServer(bundle, data);
    for (const request of posted.requests) {
      const body = gzipSync(encodeProtobuf(request));
      const headers = { "content-type": "application/x-protobuf", "content-encoding": "gzip" };
      const response = await fetch(server.url, { method: "POST", headers, body });
      expect(response.status).toBe(200);
    }
    await run("export", "cases");
    await run("export", "spans");
    await run("export", "spans", "--format", "csv");
    await run("rules", "import", scratch.file("rules.yaml", dueEverywhere), "--publish");
    await run("worker", "--once");
    await server.kill();
    const backup = join(scratch.folder(), "backup");
    if (!isOnPostgres()) await run("backup", backup);
    expect(results.map(({ code }) => code)).toEqual(results.map(() => 0));

    const where = {
      files: readAllFiles(data).toString("latin1"),
      columns: readAllValues(join(data, "main.db")),
      output: results.map(({ stdout, stderr }) => stdout + stderr).join("\n") + server.output(),
      packs: await makePacks(data),
      pages: await readPiiPage(data),
      backup: isOnPostgres() ? "" : readAllFiles(backup).toString("latin1"),
    };
    const sealed = await countSealedIn(data);
    expect(sealed).toBeGreaterThan(0);
    expect(existsSync(join(backup, "originals-key"))).toBe(false);
    expect(where.pages).toContain("email address");
    expect(where.columns).toContain("<EMAIL:");
    expect(where.packs).toContain("[email]");
    expect(leaksIn(where, [...planted, ...posted.planted])).toEqual([]);
  });
});

/** Has what is masked kept, sealed. */
async function keepOriginals(data: string): Promise<void> {
  await makeDatabase(data);
  const db = await openWriter(locationIn(data, "main"));
  const retention = { ...defaultSettings.retention, originalDays: 30 };
  await writeSettings(db, { ...defaultSettings, retention });
  await db.close();
}

async function countSealedIn(data: string): Promise<number> {
  const db = openReader(locationIn(data, "main"));
  const { spans } = await countSealed(db);
  await db.close();
  return spans;
}

/** A rule that applies in every chat, so that packs quote what was searched. */
const dueEverywhere = `id: due-everywhere
title: Say what is never said
jurisdictions: ["*"]
source: None
severity: low
trigger: always
channels: [chat]
speaker: agent
default_on: true
elements:
  - { key: never, mode: verbatim, any_of: ["\\bnever said by anybody\\b"] }
`;

/** The evidence packs of all cases by every role that may make them. */
async function makePacks(data: string): Promise<string> {
  const path = locationIn(data, "main");
  const workspace = { name: "main", path } as const;
  const access = await openWriter(join(data, "access.db"), 0, "access");
  const check = await verifyAudit(access, null);
  const reader = openReader(path);
  const cases = await reader.read((connection) =>
    statement<[], { id: string }>(connection, "SELECT case_id AS id FROM cases").all(),
  );
  await reader.close();
  const packs: string[] = [];
  for (const role of rolesThatMay("evidence")) {
    const viewer = { actor: "account-1", role, scope: null, isDemo: false };
    const request = { workspace, viewer, access, check, timeZone: "UTC", nowUs: nowUs() };
    for (const { id } of cases) packs.push((await makeCasePack(request, id))?.file ?? "");
  }
  await access.close();
  return packs.join("\n");
}

/** What the PII page and its list show to a program and to people. */
async function readPiiPage(data: string): Promise<string> {
  const seen = { path: locationIn(data, "main"), scope: null };
  const asOfUs = nowUs();
  const { cases } = piiCodec.parse({ period: "all" }).query;
  const page = await loadPiiPage(seen, { ...piiCodec.defaultValue, cases }, asOfUs);
  const lines: string[] = [];
  for await (const chunk of childListCsv(
    seen,
    childListCodecs.pii.defaultValue,
    asOfUs,
    readsAll,
  )) {
    lines.push(chunk);
  }
  return [JSON.stringify(page), ...lines].join("\n");
}

function csvOf(rows: readonly Record<string, string>[]): string {
  const header = Object.keys(rows[0] ?? {}).join(",");
  const lines = rows.map((row) =>
    Object.values(row)
      .map((value) => `"${value}"`)
      .join(","),
  );
  return [header, ...lines].join("\n");
}
