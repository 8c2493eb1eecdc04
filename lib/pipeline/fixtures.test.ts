import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listCaseIds, listTraceIds, readSpanReadings } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { sharedPath } from "@/lib/testing/shared-data";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { receiveTraces } from "./intake/receive-traces";

const folder = sharedPath("fixtures/otlp");
const publicFolder = sharedPath("fixtures/otlp-public");

describe("captured request bodies", () => {
  it("are accepted over HTTP, each whole", async () => {
    for (const path of [...bodiesIn(folder), ...bodiesIn(publicFolder)]) {
      await withTestWorkspace(async (workspace) => {
        const { status, body } = await post(workspace, path);
        expect({ path, status }).toEqual({ path, status: 200 });
        expect(body).not.toContain("partialSuccess");
        expect(await listTraceIds(workspace.db)).not.toEqual([]);
      });
    }
  });

  it.each([
    ["the child first, as it was sent", false],
    ["the parent first", true],
  ])("of one conversation end in one case: %s", async (_, isReversed) => {
    if (folder === null) return;
    const pair = ["traceai-ts-openai-llm-span.otlp.json", "traceai-ts-parent-span.otlp.json"];
    await withTestWorkspace(async (workspace) => {
      for (const name of isReversed ? pair.toReversed() : pair) {
        await post(workspace, join(folder, name));
        await workspace.derive();
      }
      const [caseId = "", ...others] = await listCaseIds(workspace.db);
      expect(others).toEqual([]);
      const stored = await readCase(workspace.db, caseId);
      expect(stored?.row.spans).toBe(await countSpans(workspace));
      expect(stored?.row.messages).toBeGreaterThan(0);
    });
  });
});

function bodiesIn(place: string | null): string[] {
  return place === null ? [] : readdirSync(place).map((name) => join(place, name));
}

async function post(
  workspace: TestWorkspace,
  path: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const type = path.endsWith(".pb") ? "application/x-protobuf" : "application/json";
  const request = new Request("http://localhost/v1/traces", {
    method: "POST",
    headers: { "content-type": type },
    body: readFileSync(path),
  });
  const response = await receiveTraces(request, workspace.submit);
  return { status: response.status, body: await response.text() };
}

async function countSpans({ db }: TestWorkspace): Promise<number> {
  let count = 0;
  for (const traceId of await listTraceIds(db)) {
    count += (await readSpanReadings(db, traceId, "", 1000)).length;
  }
  return count;
}
