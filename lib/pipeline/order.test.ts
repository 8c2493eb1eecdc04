import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/domain/trace/channel";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { isWholeTier, runSeed } from "@/lib/testing/runs";
import { asLines } from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { receiveTraces } from "./intake/receive-traces";

const dayUs = 86_400_000_000;
const startUs = 1_780_000_000_000_000;
/** Teams per channel in the synthetic export, where declared. */
const teamsOn: Readonly<Partial<Record<Channel, string>>> = {
  chat: "Assistants",
  email: "Letters",
  sms: "People",
};

describe("a workspace's derived state", () => {
  it("holds every case of an export of several instrumentations with its channels in order", async () => {
    const made = syntheticExport(1, 30);
    await withTestWorkspace(async (workspace) => {
      const { accepted, duplicate, rejected } = await workspace.ingestRequests(made.requests);
      expect({ accepted, duplicate, rejected }).toEqual({
        accepted: made.spanCount,
        duplicate: 0,
        rejected: 0,
      });
      await workspace.derive();
      expect(await channelsOf(workspace)).toEqual(made.channels);
      for (const caseId of made.channels.keys()) {
        const row = (await readCase(workspace.db, caseId))?.row;
        const served = row?.channels.flatMap((channel) => teamsOn[channel] ?? []);
        expect([caseId, row?.teams]).toEqual([caseId, [...new Set(served)]]);
      }
    });
  });

  it.each(isWholeTier && !isOnPostgres() ? [1, 2, 3, 4] : [1])(
    "is the same in pieces, shuffled, twice, by file and HTTP, a month on, with another key (%i)",
    async (round) => {
      const made = syntheticExport(runSeed + round, isOnPostgres() ? 10 : 20);
      const records = asLines(made.records);
      const whole = await withTestWorkspace(async (workspace) => {
        await workspace.ingestRequests(made.requests);
        await workspace.ingest(records);
        return workspace.digest();
      });
      const random = seededRandom(runSeed + round);
      const pieces = shuffledTwice(random, made.requests, 50).map((requests) => asLines(requests));
      const others = await arriveInPieces(random, [...pieces, records]);
      expect(others.digest).toBe(whole);
      expect(others.accepted + others.duplicate).toBe(2 * made.spanCount);
    },
  );

  it("is the same for the real export however it arrives", async () => {
    const path = requireShared("data/ingest/real-cases.otlp.jsonl.gz");
    const all = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
    const lines = all.slice(0, all.length / (isWholeTier ? 2 : 72));
    const whole = await withTestWorkspace(async (workspace) => {
      const { accepted, rejected } = await workspace.ingest(lines.join("\n"));
      expect({ accepted, rejected }).toEqual({ accepted: spansIn(lines), rejected: 0 });
      await workspace.derive();
      return { digest: await workspace.digest(), accepted };
    });
    const random = seededRandom(runSeed);
    const pieces = shuffledTwice(random, lines, 50).map((piece) => `${piece.join("\n")}\n`);
    const others = await arriveInPieces(random, pieces);
    expect(others).toEqual({ ...whole, duplicate: whole.accepted });
  });
});

function spansIn(lines: readonly string[]): number {
  return lines.reduce((count, line) => count + line.split('"spanId"').length - 1, 0);
}

/** Cuts a list into `count` pieces, each twice, in random order. */
function shuffledTwice<T>(random: SeededRandom, list: readonly T[], count: number): T[][] {
  const shuffled = random.shuffle(list);
  const size = Math.ceil(list.length / count);
  const pieces = Array.from({ length: count }, (_, index) =>
    shuffled.slice(index * size, (index + 1) * size),
  );
  return random.shuffle([...pieces, ...pieces]).filter((piece) => piece.length > 0);
}

/** Half of the pieces arrive as files, half as requests; some are derived before the rest arrives. */
function arriveInPieces(
  random: SeededRandom,
  pieces: readonly string[],
): Promise<{ digest: string; accepted: number; duplicate: number }> {
  return withTestWorkspace(
    async (workspace) => {
      const counts = { accepted: 0, duplicate: 0 };
      for (const [index, piece] of pieces.entries()) {
        const isTraces = piece.includes("resourceSpans");
        const results =
          isTraces && index % 2 === 0
            ? await postAll(workspace, piece)
            : [await workspace.ingest(gzipSync(piece))];
        for (const result of results) {
          counts.accepted += result.accepted;
          counts.duplicate += result.duplicate;
        }
        if (random.below(isWholeTier ? 20 : 80) === 0) await workspace.derive();
      }
      return { ...counts, digest: await workspace.digest() };
    },
    { nowUs: startUs + 30 * dayUs },
  );
}

async function postAll(
  workspace: TestWorkspace,
  lines: string,
): Promise<readonly { accepted: number; duplicate: number }[]> {
  const results: { accepted: number; duplicate: number }[] = [];
  for (const line of lines.trimEnd().split("\n")) {
    const body = gzipSync(encodeProtobuf(JSON.parse(line) as object));
    const headers = { "content-type": "application/x-protobuf", "content-encoding": "gzip" };
    const request = new Request("http://localhost/v1/traces", { method: "POST", headers, body });
    const response = await receiveTraces(request, async (job) => {
      const result = await workspace.submit(job);
      results.push(result);
      return result;
    });
    expect(response.status).toBe(200);
    expect(await response.arrayBuffer()).toHaveProperty("byteLength", 0);
  }
  return results;
}

async function channelsOf({ db }: TestWorkspace): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const caseId of await listCaseIds(db)) {
    found.set(caseId, (await readCase(db, caseId))?.row.channels ?? []);
  }
  return found;
}
