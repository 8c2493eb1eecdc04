import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listCaseIds, listTraceIds, readSpanReadings } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { requireShared } from "@/lib/testing/shared/require-shared";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { receiveTraces } from "./intake/receive-traces";

const ownFolder = join(import.meta.dirname, "../testing/instrumentations");

describe("captured request bodies", () => {
  it.each([
    ["our own", () => ownFolder],
    ["those of exporters", () => requireShared("fixtures/otlp")],
    ["published ones", () => requireShared("fixtures/otlp-public")],
  ])("are accepted over HTTP, each whole: %s", async (_, findFolder) => {
    const folder = findFolder();
    for (const name of readdirSync(folder)) {
      for (const sent of bodiesIn(join(folder, name))) {
        await withTestWorkspace(async (workspace) => {
          const { status, body } = await post(workspace, sent);
          expect({ name, status }).toEqual({ name, status: 200 });
          expect(body).not.toContain("partialSuccess");
          expect(await listTraceIds(workspace.db)).not.toEqual([]);
        });
      }
    }
  });

  it.each([
    ["the child first, as it was sent", false],
    ["the parent first", true],
  ])("of one conversation end in one case: %s", async (_, isReversed) => {
    const folder = requireShared("fixtures/otlp");
    const pair = ["traceai-ts-openai-llm-span.otlp.json", "traceai-ts-parent-span.otlp.json"];
    await withTestWorkspace(async (workspace) => {
      for (const name of isReversed ? pair.toReversed() : pair) {
        for (const sent of bodiesIn(join(folder, name))) await post(workspace, sent);
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

type Body = { readonly type: string; readonly bytes: Buffer };

/** The bodies of a file: one in each of its lines, or all of it. */
function bodiesIn(path: string): readonly Body[] {
  const bytes = readFileSync(path);
  if (path.endsWith(".pb")) return [{ type: "application/x-protobuf", bytes }];
  const texts = path.endsWith(".jsonl") ? bytes.toString().trimEnd().split("\n") : [bytes];
  return texts.map((text) => ({ type: "application/json", bytes: Buffer.from(text) }));
}

async function post(
  workspace: TestWorkspace,
  { type, bytes }: Body,
): Promise<{ readonly status: number; readonly body: string }> {
  const request = new Request("http://localhost/v1/traces", {
    method: "POST",
    headers: { "content-type": type },
    body: new Uint8Array(bytes),
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
