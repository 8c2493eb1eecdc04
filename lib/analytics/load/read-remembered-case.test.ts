import { describe, expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { readRememberedCase } from "./read-remembered-case";

const startUs = 1_762_160_400_000_000;

function request(line: number, caseId = "C-1") {
  return otlpRequest([
    {
      traceId: "c1".padStart(32, "0"),
      spanId: String(line).padStart(16, "e"),
      name: "message",
      startUs: startUs + line * 60_000_000,
      attributes: {
        case_id: caseId,
        customer_id: "cust-1",
        channel: "chat",
        "message.role": "customer",
        "message.content": `My parcel is late (${String(line)}).`,
      },
    },
  ]);
}

describe("a case that is read again", () => {
  it("is the same object until it is written again, and then what was written", async () => {
    await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
      await ingestRequests([request(1)]);
      await derive();
      const first = await readRememberedCase(db, "C-1");
      expect(first?.derived.messages).toHaveLength(1);
      expect(await readRememberedCase(db, "C-1")).toBe(first);

      await ingestRequests([request(2)]);
      await derive();
      const second = await readRememberedCase(db, "C-1");
      expect(second?.derived.messages).toHaveLength(2);
      expect(second).toEqual(await readCase(db, "C-1"));
    });
  });

  it("is null where there is none, and is found once there is", async () => {
    await withTestWorkspace(async ({ db, ingestRequests, derive }) => {
      expect(await readRememberedCase(db, "C-1")).toBeNull();
      await ingestRequests([request(1)]);
      await derive();
      expect((await readRememberedCase(db, "C-1"))?.row.caseId).toBe("C-1");
    });
  });
});
