import { describe, expect, it } from "vitest";
import { hasWork } from "@/lib/store/queue";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { drainQueue } from "./drain-queue";

const startUs = 1_767_600_000_000_000;

/** A case of one message; the number makes its ids unique. */
function chatOf(at: number, caseId: string, identity: Readonly<Record<string, string>>) {
  return otlpRequest([
    {
      traceId: (at + 1).toString(16).padStart(32, "0"),
      spanId: "1".padStart(16, "0"),
      startUs: startUs + at * 60_000_000,
      attributes: {
        ...{ case_id: caseId, channel: "chat", ...identity },
        ...{ "message.role": "customer", "message.content": "Where is my parcel?" },
      },
    },
  ]);
}

function crowd(count: number, identity: Readonly<Record<string, string>>): OtlpRequest[] {
  return Array.from({ length: count }, (_, at) => chatOf(at, `crowd-${String(at)}`, identity));
}

/** How many entries are settled until some cases are; stops at a bound. */
async function settledUntil(
  { db, maskAnswer }: TestWorkspace,
  cases: readonly string[],
  most: number,
): Promise<number> {
  const left = new Set(cases);
  let count = 0;
  await drainQueue(db, {
    now: () => startUs,
    maskAnswer,
    onSettled: (entries, done) => {
      if (left.size > 0) count += entries;
      for (const each of done) left.delete(each);
    },
    shouldPause: () => Promise.resolve(left.size === 0 || count > most),
  });
  return count;
}

describe("two ordinary cases behind thousands of others", () => {
  const ordinary = ["A", "B"];

  async function addOrdinary({ ingestRequests }: TestWorkspace): Promise<void> {
    const requests = ordinary.map((each, at) =>
      chatOf(9000 + at, each, { customer_id: `customer ${each}` }),
    );
    await ingestRequests(requests);
  }

  it.each([
    ["customer_id", 5000],
    ["session.id", 1500],
  ])("are among the first entries, where the others share one %s", async (attribute, count) => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(crowd(count, { [attribute]: "crowd" }));
      await addOrdinary(workspace);
      expect(await settledUntil(workspace, ordinary, 1000)).toBeLessThan(200);
    });
  });

  it("are among the first entries, where the others are half done", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(crowd(700, { customer_id: "crowd" }));
      await settledUntil(workspace, ["none"], 350);
      await addOrdinary(workspace);
      expect(await settledUntil(workspace, ordinary, 1000)).toBeLessThan(200);
    });
  });

  it("are among the first entries, where the others are sent again", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(crowd(400, { customer_id: "crowd" }));
      await workspace.derive();
      await workspace.ingestRequests(crowd(400, { customer_id: "crowd", team: "Care" }));
      await addOrdinary(workspace);
      expect(await settledUntil(workspace, ordinary, 400)).toBeLessThan(200);
    });
  });
});

describe("two ordinary cases of one token behind thousands of another's", () => {
  const send = ({ submit }: TestWorkspace, token: string, requests: readonly OtlpRequest[]) => {
    const resourceSpans = requests.flatMap((request) => request.resourceSpans);
    const chunks = [Buffer.from(JSON.stringify({ resourceSpans }))];
    return submit({ chunks, encoding: "json", signal: "traces", token });
  };
  const ordinary = ["A", "B"];

  it.each([
    ["no customer", () => ({})],
    ["customers of their own", (at: number) => ({ customer_id: `customer ${String(at)}` })],
  ])("are among the first entries, where the others have %s", async (_who, identityOf) => {
    await withTestWorkspace(async (workspace) => {
      const crowded = Array.from({ length: 3000 }, (_, at) =>
        chatOf(at, `crowd-${String(at)}`, identityOf(at)),
      );
      await send(workspace, "crowd", crowded);
      await settledUntil(workspace, ["none"], 1000);
      await send(
        workspace,
        "ordinary",
        ordinary.map((caseId, at) => chatOf(9000 + at, caseId, {})),
      );
      expect(await settledUntil(workspace, ordinary, 2000)).toBeLessThan(300);
    });
  });

  it("are among the first entries of a token, whose others share one customer", async () => {
    await withTestWorkspace(async (workspace) => {
      await send(workspace, "one", crowd(1000, { customer_id: "crowd" }));
      await send(
        workspace,
        "one",
        ordinary.map((caseId, at) => chatOf(9000 + at, caseId, {})),
      );
      expect(await settledUntil(workspace, ordinary, 1000)).toBeLessThan(200);
    });
  });
});

describe("a customer of many cases", () => {
  it("is linked a few times while they are derived, not once after each", async () => {
    await withTestWorkspace(async ({ db, maskAnswer, ingestRequests }) => {
      await ingestRequests(crowd(320, { customer_id: "crowd" }));
      let links = 0;
      await drainQueue(db, {
        now: () => startUs,
        maskAnswer,
        onBegin: (stage) => {
          if (stage === "customer") links += 1;
        },
      });
      expect(await listCaseIds(db)).toHaveLength(320);
      expect(links).toBeLessThanOrEqual(3);
    });
  });
});

describe("a case of very many spans", () => {
  it("is left to the slow lane untouched, and derived there", async () => {
    await withTestWorkspace(async ({ db, maskAnswer, ingestRequests }) => {
      await ingestRequests([
        chatOf(1, "small", {}),
        ...Array.from({ length: 4 }, (_, at) => chatOf(10 + at, "large", {})),
      ]);
      const options = { now: () => startUs, maskAnswer };
      await drainQueue(db, { ...options, spansMax: 3 });
      expect(await listCaseIds(db)).toEqual(["small"]);
      expect([await hasWork(db, "quick"), await hasWork(db, "slow")]).toEqual([false, true]);
      await drainQueue(db, { ...options, lane: "slow" });
      expect(await listCaseIds(db)).toEqual(["large", "small"]);
      expect(await hasWork(db, "slow")).toBe(false);
    });
  });
});
