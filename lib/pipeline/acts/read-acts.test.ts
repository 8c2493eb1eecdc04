import { expect, it } from "vitest";
import { statement } from "@/lib/store/port";
import { readCase } from "@/lib/store/cases/read-case";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { removeData } from "@/lib/store/spans/remove-data";

const request = supportCase({
  ...{ caseId: "C-1", idSuffix: "01", startUs: 1_767_600_000_000_000 },
  messages: [
    { who: "customer", text: "Are you a bot?" },
    { who: "agent", text: "Yes, I'm an AI assistant. How can I help you today?" },
    { who: "customer", text: "Are you a bot?" },
  ],
  attributes: { channel: "chat", customer_id: "K-1" },
});

async function countReadings({ db }: TestWorkspace): Promise<number> {
  const sql = "SELECT count(*) AS count FROM act_readings";
  const row = await db.read((connection) =>
    statement<[], { count: number }>(connection, sql).get(),
  );
  return Number(row?.count);
}

it("keeps what a message does with it, reads nothing twice, and forgets it with what is removed", async () => {
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([request]);
    await workspace.derive();
    const messages = (await readCase(workspace.db, "C-1"))?.derived.messages ?? [];
    expect(messages[0]?.acts?.read.map(({ act }) => act)).toContain("c.asks_if_bot");
    expect(messages[1]?.acts).toMatchObject({ language: "en" });
    const kept = await countReadings(workspace);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(messages.length);
    await removeData(workspace.db, { kind: "case", caseId: "C-1" }, 1);
    expect(await countReadings(workspace)).toBe(0);
  });
});
