import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/domain/case/decision";
import { addDecision, removeDecision } from "@/lib/store/decisions/case-decisions";
import type { Database } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { defaultCaseQuery } from "./url";
import { loadCasePage } from "./load";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const asOfUs = 1_780_000_000_000_000;

describe("loadCasePage", () => {
  it("shows a decision only with the case as decided, or says it waits, whenever it is derived", async () => {
    await withTestWorkspace(async (workspace) => {
      const { db, folder, derive } = workspace;
      const path = locationIn(folder, "main");
      await workspace.ingestRequests([saidIn("C-1", "a"), saidIn("C-2", "b")]);
      await derive();
      const seen: string[] = [];
      // Derived before the first reading of the page, then before the second, until there is none to precede.
      for (let nth = 0, isReached = true; isReached; nth += 1) {
        const decision = await addDecision(db, merge, asOfUs);
        const readings = deriveBefore(workspace, nth);
        const page = await loadCasePage({ path, scope: null }, "C-2", defaultCaseQuery, asOfUs);
        seen.push(
          `${String(page?.around.decisions.length)} decided, ${String(page?.contacts.length)} contacts${page?.around.isWaiting === true ? ", waiting" : ""}`,
        );
        isReached = readings.isReached();
        await readings.end();
        await removeDecision(db, decision, asOfUs);
        await derive();
      }
      expect(seen.length).toBeGreaterThan(5);
      expect([...new Set(seen)].sort()).toEqual([
        "1 decided, 1 contacts, waiting",
        "1 decided, 2 contacts",
        "1 decided, 2 contacts, waiting",
      ]);
    });
  });
});

const merge: Decision = {
  kind: "merge",
  subject: { kind: "case" },
  fromCaseId: "C-1",
  toCaseId: "C-2",
  overrides: [{ kind: "merge", fromCaseId: "C-1", toCaseId: "C-2" }],
};

function saidIn(caseId: string, trace: string): object {
  const attributes = {
    case_id: caseId,
    channel: "chat",
    "session.id": `chat of ${caseId}`,
    "message.role": "customer",
    "message.content": "My line is down.",
  };
  return otlpRequest([
    {
      traceId: trace.repeat(32),
      spanId: "e".repeat(16),
      name: "message",
      startUs: asOfUs,
      attributes,
    },
  ]);
}

/** Lets what waits be derived just before the nth of the page's readings from now on. */
function deriveBefore({ folder, derive }: TestWorkspace, nth: number) {
  const path = locationIn(folder, "main");
  const reader = openReader(path);
  let readings = 0;
  (globalThis.throughlineReaders ??= new Map<string, Database>()).set(path, {
    ...reader,
    read: async (work) => {
      if (readings++ === nth) await derive();
      return reader.read(work);
    },
  });
  return {
    isReached: () => readings > nth,
    end: async () => {
      globalThis.throughlineReaders?.delete(path);
      await reader.close();
    },
  };
}
