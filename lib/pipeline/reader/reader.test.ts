import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { countingZone, setDisplayZoneSource } from "@/lib/format/format";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { demoFolder, demoSeed } from "@/lib/testing/demo-workspace";
import { askReader, startReader, stopReader, streamFromReader } from "./reader-client";

const { endUs } = demoSeed;
const data = mkdtempSync(join(tmpdir(), "throughline-reader-"));
const seen = { path: join(data, "main.db"), scope: null };
let zone = countingZone;

beforeAll(async () => {
  cpSync(join(await demoFolder(), "main.db"), seen.path);
  vi.stubEnv("THROUGHLINE_DATA", data);
  setDisplayZoneSource(() => zone);
  startReader();
});
afterAll(async () => {
  await stopReader();
  vi.unstubAllEnvs();
  setDisplayZoneSource(() => countingZone);
  await workspaceReader(seen.path)?.close();
  globalThis.throughlineReaders?.delete(seen.path);
  rmSync(data, { recursive: true, force: true });
});

it("reads what the loaders read, each request in its own zone", async () => {
  const requests = ["UTC", "Asia/Tokyo"].map((each) => {
    zone = each;
    return [
      askReader("loadOverviewPage", seen, defaultOverviewQuery, endUs),
      askReader("loadCasesPage", seen, defaultCasesQuery, endUs),
    ] as const;
  });
  for (const [at, each] of ["UTC", "Asia/Tokyo"].entries()) {
    zone = each;
    const [overview, cases] = requests[at] ?? [];
    expect(await overview).toEqual(await loadOverviewPage(seen, defaultOverviewQuery, endUs));
    expect(await cases).toEqual(await loadCasesPage(seen, defaultCasesQuery, endUs));
  }
});

it("hands over the code of what was thrown, for the log", async () => {
  const broken = { ...seen, path: join(data, "broken.db") };
  cpSync(seen.path, broken.path);
  const file = connect(broken.path, "writer");
  file.exec("ALTER TABLE annotations RENAME COLUMN text TO words");
  file.close();
  const loading = askReader("loadOverviewPage", broken, defaultOverviewQuery, endUs);
  await expect(loading).rejects.toMatchObject({ code: "SQLITE_ERROR" });
});

it("sends a file piece by piece, and ends it where nobody reads on", async () => {
  const query = { ...defaultCasesQuery, period: "all" } as const;
  const pieces = async (lines: AsyncGenerator<string, void>) => {
    const read: string[] = [];
    for await (const piece of lines) read.push(piece);
    return read;
  };
  const expected = await pieces(casesCsv(seen, query, endUs));
  expect(expected.length).toBeGreaterThan(2);
  for await (const piece of streamFromReader("casesCsv", seen, query, endUs)) {
    expect(piece).toBe(expected[0]);
    break;
  }
  expect(await pieces(streamFromReader("casesCsv", seen, query, endUs))).toEqual(expected);
});

it("says that it starts again after a crash, and then reads on", async () => {
  const ask = () => askReader("loadCasesPage", seen, defaultCasesQuery, endUs);
  const lines = streamFromReader("casesCsv", seen, { ...defaultCasesQuery, period: "all" }, endUs);
  await lines.next();
  const pending = ask();
  await globalThis.throughlineReader?.worker?.terminate();
  await expect(pending).rejects.toMatchObject({ name: "DomainError", code: "busy" });
  await expect(ask()).rejects.toMatchObject({ code: "busy", digest: "reader-starting" });
  await expect
    .poll(
      () =>
        ask().then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  // A file that was being sent is not taken for whole.
  await expect(lines.next()).rejects.toMatchObject({ code: "busy" });
});

it("names a workspace that is away as a reader in the same thread would", async () => {
  const gone = { ...seen, path: `${seen.path}/not-there` };
  await expect(
    askReader("loadApiCase", { ...gone, name: "main", readsText: true }, "x", endUs),
  ).resolves.toBeNull();
});
