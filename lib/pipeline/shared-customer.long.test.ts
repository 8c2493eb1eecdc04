import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkCases } from "@/lib/cases/links/link-cases";
import type { DerivedCase } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import type { Database } from "@/lib/store/port";
import { readQueue } from "@/lib/store/queue";
import { readCase } from "@/lib/store/cases/read-case";
import { writeCases } from "@/lib/store/cases/write-case";
import { countRows } from "@/lib/testing/count-rows";
import { derivedCase, derivedInteraction, derivedMessage } from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { runs } from "@/lib/testing/runs";
import { asLines, otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { linkCustomer } from "./derive/link-dirty-customer";

const hourUs = 3_600_000_000;
const startUs = 1_767_600_000_000_000;
const casesMax = 4;
const stolen = "My card was stolen yesterday, please block the card.";
const rate = "What is the exchange rate for dollars?";

/** Cases to store or, without content, to remove; then whether their customers' links are recomputed. */
const steps = fc.array(
  fc.record({
    stored: fc.array(
      fc.tuple(
        fc.nat({ max: 7 }),
        fc.option(
          fc.record({
            customerId: fc.constantFrom("anonymous", "anonymous", "other", null),
            hour: fc.nat({ max: 300 }),
            laterHour: fc.option(fc.nat({ max: 300 })),
            request: fc.constantFrom(stolen, rate),
          }),
          { freq: 5 },
        ),
      ),
      { maxLength: 4 },
    ),
    isLinked: fc.boolean(),
  }),
  { maxLength: 10 },
);

describe("one customer id on many cases", () => {
  it("links them as each against all others would be, and none above the limit, in whatever order they came", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await withMemoryStore(async (db) => {
          const now = new Map<string, DerivedCase>();
          for (const { stored, isLinked } of [...all, { stored: [], isLinked: true }]) {
            for (const [index, from] of stored) {
              const caseId = `C-${String(index)}`;
              if (from === null) await removeCase(db, caseId);
              else await storeCases(db, [caseAt(caseId, from)]);
              if (from === null) now.delete(caseId);
              else now.set(caseId, caseAt(caseId, from));
            }
            if (isLinked) await linkAll(db);
          }
          for (const caseId of now.keys()) {
            const row = (await readCase(db, caseId))?.row;
            expect([caseId, row?.repeatCaseId]).toEqual([caseId, await repeatOf(now, caseId)]);
          }
        });
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    ["3f9a0c1b2d4e5f60", "C-1"],
    ["00000000000000aa", null],
  ])("links no case of another person, by the account that is named: %s", async (account, next) => {
    const said = (at: number, id: string) =>
      chatOf(at, `My account is <ACCOUNT:${id}>. My order never arrived and I want a refund.`);
    await withTestWorkspace(async (workspace) => {
      await workspace.ingest(asLines([said(0, "3f9a0c1b2d4e5f60"), said(1, account)]));
      await workspace.derive();
      expect((await readCase(workspace.db, "C-0"))?.row.repeatCaseId).toBe(next);
    });
  });

  it("costs in proportion to the cases", async () => {
    const small = await costOfShared(80);
    const large = await costOfShared(320);
    // Not 4: each round reads one row of each of the customer's cases.
    expect(large / small).toBeLessThan(7);
  });
});

/** What it costs to ingest anonymous chats a few at a time that say only a few words. */
function costOfShared(count: number): Promise<number> {
  return withTestWorkspace(async (workspace) => {
    const cost = await countRows(workspace.db);
    for (let at = 0; at < count; at += 4) {
      const some = [at, at + 1, at + 2, at + 3].map(anonymousChat);
      await workspace.ingest(asLines(some));
      await workspace.derive();
    }
    return cost();
  });
}

function anonymousChat(at: number): OtlpRequest {
  return chatOf(at, `Where can I see number ${String(at)} of the things on my list?`);
}

function chatOf(at: number, text: string): OtlpRequest {
  return otlpRequest([
    {
      traceId: (at + 1).toString(16).padStart(32, "0"),
      spanId: "1".padStart(16, "0"),
      name: "message",
      startUs: startUs + at * 60_000_000,
      attributes: {
        case_id: `C-${String(at)}`,
        customer_id: "anonymous",
        channel: "chat",
        "message.role": "customer",
        "message.content": text,
      },
    },
  ]);
}

type Given = {
  readonly customerId: string | null;
  readonly hour: number;
  /** Of a second contact. */
  readonly laterHour: number | null;
  readonly request: string;
};

function caseAt(caseId: string, { customerId, hour, laterHour, request }: Given): DerivedCase {
  const starts = [hour, ...(laterHour === null ? [] : [hour + laterHour])].map(
    (each) => startUs + each * hourUs,
  );
  return derivedCase({
    caseId,
    customerId,
    openedUs: startUs + hour * hourUs,
    lastContactUs: Math.max(...starts) + hourUs,
    closing: null,
    interactions: starts.map((at, ordinal) =>
      derivedInteraction({ ordinal, startUs: at, endUs: at + hourUs }),
    ),
    messages: starts.map((atUs, ordinal) =>
      derivedMessage({ ordinal, interaction: ordinal, atUs, text: request }),
    ),
  });
}

/** Recomputes the links from all of the customer's cases at once. */
async function repeatOf(
  now: ReadonlyMap<string, DerivedCase>,
  caseId: string,
): Promise<string | null> {
  const customerId = now.get(caseId)?.customerId ?? null;
  const cases = [...now.values()]
    .filter((each) => each.customerId === customerId)
    .map((each) => ({ ...each, contacts: each.interactions }));
  if (customerId === null || cases.length > casesMax) return null;
  const isReturn = (a: DerivedCase, _: unknown, b: DerivedCase) =>
    Promise.resolve(a.messages[0]?.text === b.messages[0]?.text);
  return (await linkCases(cases, defaultSettings, isReturn)).get(caseId)?.repeatCaseId ?? null;
}

async function removeCase(db: Database, caseId: string): Promise<void> {
  const entry = await enqueueOutdated(db, "case", caseId);
  await writeCases(db, [{ entry, rows: null }], { mergeRevision: 0, nowUs: 1 });
}

async function linkAll(db: Database): Promise<void> {
  for (const entry of await readQueue(db, "customer", 100)) {
    await writeCustomerLinks(db, [await linkCustomer(db, entry, defaultSettings, casesMax)], 1);
  }
}
