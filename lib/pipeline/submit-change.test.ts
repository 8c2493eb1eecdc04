import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { changedSettings } from "@/lib/domain/settings/changed-settings";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { openReader } from "@/lib/store/open-database";
import { readOverrides, readSettings } from "@/lib/store/decisions/decisions";
import { readQueueState } from "@/lib/store/queue";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { workspacePath } from "./worker/data-folder";
import { submitChange, submitTraces } from "./worker/worker-client";

const scratch = createScratch();
const made = syntheticExport(5, 40);
const settings = { ...defaultSettings, durableDays: 3 };
const save = { kind: "settings", ...changedSettings(defaultSettings, settings) } as const;

beforeAll(() => {
  vi.stubEnv("THROUGHLINE_DATA", scratch.folder());
});
afterAll(async () => {
  await globalThis.throughlineWorker?.worker?.terminate();
  scratch.remove();
});

describe("a change from a page", () => {
  it("is refused where the workspace is not there", async () => {
    const change = submitChange("demo", save, null);
    await expect(change).rejects.toMatchObject({ code: "not-found" });
  });

  it("is committed when it is answered, in the workspace it names alone", async () => {
    const file = scratch.file("demo.jsonl", asLines(made.requests));
    const data = workspacePath("demo").replace("demo.db", "");
    expect(await runCli(["ingest", file, "--workspace", "demo"], { data })).toMatchObject({
      code: 0,
    });
    expect(await submitChange("demo", save, null)).toEqual({ id: null });
    expect(await inWorkspace("demo", readSettings)).toEqual(settings);
    expect(await inWorkspace("main", readSettings)).toEqual(defaultSettings);
  });

  it("is derived in the demo too", async () => {
    const ends = { fromCaseId: "T-1001", toCaseId: "T-1002" } as const;
    expect(await submitChange("demo", { kind: "case-merged", ...ends }, null)).toEqual({ id: 1 });
    expect(await inWorkspace("demo", readOverrides)).toEqual([{ kind: "merge", ...ends }]);
    // Every case is derived again, on a thread that first loads its evaluators.
    const isDerived = () => inWorkspace("demo", readQueueState);
    await expect.poll(isDerived, { timeout: 45_000 }).toMatchObject({ depth: 0 });
  });

  it("goes before the bodies that wait", async () => {
    const order: string[] = [];
    // Fewer than may wait for the writer.
    const bodies = made.requests.slice(0, 60).map(async (request) => {
      const bytes = new TextEncoder().encode(JSON.stringify(request));
      await submitTraces({ chunks: [bytes], encoding: "json", replaces: false, sender: "one" });
      order.push("body");
    });
    const change = submitChange("main", save, null).then(() => order.push("change"));
    await Promise.all([...bodies, change]);
    expect(order.length).toBeGreaterThan(10);
    expect(order.indexOf("change")).toBeLessThan(order.length / 2);
  });

  it("is refused as busy while the writer is away", async () => {
    const change = { kind: "settings", before: {}, after: {} } as const;
    await globalThis.throughlineWorker?.worker?.terminate();
    await expect(submitChange("main", change, null)).rejects.toMatchObject({ code: "busy" });
    await expect
      .poll(() => submitChange("main", change, null).catch(() => null))
      .toEqual({ id: null });
  });
});

async function inWorkspace<T>(
  name: "main" | "demo",
  read: (db: ReturnType<typeof openReader>) => Promise<T>,
): Promise<T> {
  const db = openReader(workspacePath(name));
  try {
    return await read(db);
  } finally {
    await db.close();
  }
}
