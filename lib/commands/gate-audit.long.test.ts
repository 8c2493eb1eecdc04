import { afterAll, expect, it } from "vitest";
import { accessPath } from "@/lib/pipeline/worker/data-folder";
import { readAudit } from "@/lib/store/access/read-audit";
import { openWriter } from "@/lib/store/open-database";
import { jsonLines } from "@/lib/testing/gate-rows";
import { recordedCalls } from "@/lib/testing/review-calls";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines } from "@/lib/testing/spans/otlp";

const scratch = createScratch();
afterAll(() => scratch.remove());

const all = { actor: null, action: null, target: null, fromUs: null, toUs: null };

async function auditOf(data: string) {
  const db = await openWriter(accessPath(data), 0, "access");
  try {
    const { rows } = await readAudit(db, all, { page: 1, size: 50 });
    return rows.toReversed().map(({ actor, action, workspace, target, after }) => ({
      ...{ actor, action, workspace, target },
      after: after === null ? null : (JSON.parse(after) as Readonly<Record<string, unknown>>),
    }));
  } finally {
    await db.close();
  }
}

it("records what commands made of cohorts and runs, and removed, and nothing of those that failed", async () => {
  const data = scratch.folder();
  const run = async (...args: readonly string[]) => {
    const { code } = await runCommand(args, { data });
    return code;
  };
  const items = ["C-0", "C-1"].map((id) => ({ id, channels: ["voice"], expected: "a refund" }));
  const cohort = scratch.file("golden.jsonl", jsonLines(items));
  const traces = scratch.file("calls.jsonl", asLines(recordedCalls(0, 1)));
  const others = scratch.file("others.jsonl", asLines(recordedCalls(2, 4)));
  const map = scratch.file("map.csv", "id,item\nC-0,C-1\n");
  const v15 = ["--run", "v15-1", "--release", "v15", "--cohort", "golden"];
  expect(await run("cohort", "import", cohort, "--name", "golden")).toBe(0);
  expect(await run("run", "import", traces, ...v15)).toBe(0);
  expect(await run("run", "map", "v15-1", "--cohort", "golden", "--map", map)).toBe(0);
  expect(await run("run", "remove", "v15-1")).toBe(2);
  expect(await run("run", "remove", "v15-1", "--yes")).toBe(0);
  expect(await run("ingest", others)).toBe(0);
  expect(await run("cohort", "make", "--name", "some", "--filter", "period=all")).toBe(0);
  expect(await run("cohort", "make", "--name", "none", "--filter", "type=none")).toBe(2);

  const rows = await auditOf(data);
  for (const { actor, workspace } of rows) {
    expect(`${actor} ${workspace ?? ""}`).toMatch(/^cli-[0-9a-f]{16} main$/u);
  }
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown;
  expect(rows.map(({ action, target, after }) => [action, target, after])).toEqual([
    [
      ...["cohort-changed", "golden"],
      { kind: "cohort-imported", version: 1, cases: 2, sha256: hash },
    ],
    [
      ...["run-changed", "v15-1"],
      {
        ...{ kind: "run-imported", release: "v15", cohort: hash },
        ...{ spans: expect.any(Number) as unknown, replays: 1, refused: 0 },
      },
    ],
    [...["run-changed", "v15-1"], { kind: "run-mapped", release: "v15", cohort: hash, joined: 0 }],
    ["data-removed", "run v15-1", null],
    [...["cohort-changed", "some"], { kind: "cohort-made", version: 1, cases: 2, sha256: hash }],
  ]);
});
