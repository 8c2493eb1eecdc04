import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import type { Database } from "@/lib/store/port";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { readQueueState } from "@/lib/store/queue";
import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;
const nowUs = startUs + 40 * 86_400_000_000;

/** Three cases with one message each. */
const requests = [1, 2, 3].map((digit) => requestOf(digit));

function requestOf(digit: number, more: Readonly<Record<string, string>> = {}): object {
  const attributes = {
    case_id: `C-${String(digit)}`,
    channel: "chat",
    "message.role": "customer",
    "message.content": "Where is my refund?",
    ...more,
  };
  const traceId = String(digit).repeat(32);
  return otlpRequest([{ traceId, spanId: String(digit).repeat(16), startUs, attributes }]);
}

const sabotages = {
  "what is stored of it cannot be read": {
    break:
      "UPDATE spans SET input = '[{', output = '[{' WHERE trace IN (SELECT id FROM traces WHERE trace_id LIKE '2%')",
    mend: "UPDATE spans SET input = NULL, output = NULL WHERE input = '[{'",
  },
  "what it gives cannot be stored": isOnPostgres()
    ? {
        break: `CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'not this one'; END $$;
          CREATE TRIGGER sabotage BEFORE INSERT ON cases FOR EACH ROW WHEN (NEW.case_id = 'C-2')
            EXECUTE FUNCTION sabotage()`,
        mend: "DROP TRIGGER sabotage ON cases",
      }
    : {
        break: `CREATE TRIGGER sabotage BEFORE INSERT ON cases WHEN NEW.case_id = 'C-2'
          BEGIN SELECT RAISE(ABORT, 'not this one'); END`,
        mend: "DROP TRIGGER sabotage",
      },
};

const execute = (db: Database, sql: string) => db.write((connection) => connection.exec(sql));
const failuresOf = async ({ db }: TestWorkspace) =>
  (await loadDataHealth(db.path, { days: 28 }, nowUs, null))?.queue.failures;

describe.each(Object.entries(sabotages))(
  "a case that cannot be derived because %s",
  (_, sabotage) => {
    it("is quarantined while other entries are derived, and is named on Data health", async () => {
      await withTestWorkspace(async (workspace) => {
        await workspace.ingestRequests(requests);
        await execute(workspace.db, sabotage.break);
        expect(await workspace.derive()).toEqual(["C-1", "C-3"]);
        expect(await readQueueState(workspace.db)).toEqual({ depth: 0, oldestUs: null });
        const failures = await failuresOf(workspace);
        expect(failures).toMatchObject([{ label: "Case C-2", href: null }]);
        expect(failures?.[0]?.failure).toMatch(/error.* at [\w.-]+\.ts:\d+:\d+$/iu);
        expect(await workspace.derive()).toEqual([]);
      });
    });

    it("is tried again when something of it comes, and with other settings", async () => {
      await withTestWorkspace(async (workspace) => {
        const { db } = workspace;
        await workspace.ingestRequests(requests);
        await execute(db, sabotage.break);
        await workspace.derive();
        await workspace.ingestRequests([requestOf(2, { more: "one" })]);
        await writeSettings(db, { ...defaultSettings, durableDays: 1 });
        await execute(db, sabotage.mend);
        expect(await workspace.derive()).toContain("C-2");
        expect(await failuresOf(workspace)).toEqual([]);
      });
    });
  },
);
