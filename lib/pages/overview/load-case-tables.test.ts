import { describe, expect, it } from "vitest";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { casesBeingRead } from "@/lib/analytics/load/cases-being-read";
import { warmCaseTables } from "./load-case-tables";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { locationIn } from "@/lib/testing/postgres/folder-database";

describe("warmCaseTables", () => {
  it("passes over a workspace whose tables are not made yet", async () => {
    const scratch = createScratch();
    await warmCaseTables([scratch.file("main.db", "")], 1);
    scratch.remove();
  });

  it("has a workspace's cases in memory before anybody asks, and leaves out what is not there", async () => {
    await withTestWorkspace(async ({ folder, ingestRequests, derive }) => {
      const span = { traceId: "c".repeat(32), spanId: "e".repeat(16), startUs: 1 };
      await ingestRequests([otlpRequest([{ ...span, attributes: { case_id: "C-1" } }])]);
      await derive();
      const path = locationIn(folder, "main");
      expect(casesBeingRead({ path, scope: null })).toBeNull();
      await warmCaseTables([locationIn(folder, "demo"), path], 1);
      expect(casesBeingRead({ path, scope: null })).toBeNull();
      const reader = workspaceReader(path);
      const kept = reader === null ? undefined : globalThis.throughlineCaseTables?.get(reader);
      expect(kept?.table.count).toBe(1);
      expect(workspaceReader(locationIn(folder, "demo"))).toBeNull();
    });
  });
});
