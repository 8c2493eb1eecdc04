import { expect, it } from "vitest";
import { openWriter } from "@/lib/store/open-database";
import { nextRevision } from "@/lib/store/queue";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { watchChanges } from "./watch-changes";

function said(index: number): object {
  return otlpRequest([
    {
      ...{ traceId: String(index).padStart(32, "a"), spanId: String(index).padStart(16, "a") },
      ...{ name: "message", startUs: 1_779_000_000_000_000 + index },
      attributes: {
        ...{ case_id: `case-${String(index)}`, customer_id: "ada", channel: "chat" },
        ...{ "message.role": "customer", "message.content": "Where is my viola?" },
      },
    },
  ]);
}

it("reports what others write to all who listen, and first what one had not seen yet", async () => {
  await withTestWorkspace(async (workspace) => {
    const seen: string[] = [];
    const seenLater: string[] = [];
    const listen = (since: number | null, list: string[]) =>
      watchChanges(workspace.db.path, since, ({ idsFor }) => list.push(...(idsFor(null) ?? [])));
    await workspace.ingestRequests([said(1)]);
    await workspace.derive();
    const stop = listen(0, seen);
    await expect.poll(() => seen).toContain("case-1");
    const other = await openWriter(workspace.db.path);
    await other.write((connection) => nextRevision(connection));
    await workspace.ingestRequests([said(2)]);
    await workspace.derive();
    await expect.poll(() => seen).toContain("case-2");
    const stopLater = listen(0, seenLater);
    await expect.poll(() => seenLater).toEqual(expect.arrayContaining(["case-1", "case-2"]));
    stop();
    await workspace.ingestRequests([said(3)]);
    await workspace.derive();
    await expect.poll(() => seenLater).toContain("case-3");
    expect(seen).not.toContain("case-3");
    stopLater();
    await other.close();
  });
});
