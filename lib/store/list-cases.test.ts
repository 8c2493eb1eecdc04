import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case";
import type { Channel } from "@/lib/domain/channel";
import {
  dayUs,
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import type { Database } from "./database";
import { listCases, type CaseList, type CaseListQuery } from "./list-cases";

const query: CaseListQuery = {
  channels: [],
  outcomes: [],
  text: "",
  sort: "case",
  direction: "asc",
  page: 1,
  pageSize: 10,
  asOfUs: firstUs + 100 * dayUs,
};

const cases: readonly DerivedCase[] = [
  made("C-1", ["chat", "voice"], { words: "My parcel is lost", lastContactUs: firstUs + 3 }),
  made("C-2", ["chat"], { words: "Ångström crème brûlée", lastContactUs: firstUs + 1 }),
  made("C-3", ["email", "email"], { words: "Parcels again", mergedInto: "C-1" }),
  made("D-1", [], { words: "An outbound note", customerId: "u-77", lastContactUs: null }),
];

describe("the list of cases", () => {
  it.each([
    [{}, ["C-1", "C-2", "C-3", "D-1"]],
    [{ channels: ["voice"] }, ["C-1"]],
    [{ channels: ["voice", "email"] }, ["C-1", "C-3"]],
    [{ outcomes: ["duplicate"] }, ["C-3"]],
    [{ outcomes: ["closed_unproven"], channels: ["chat"] }, ["C-1", "C-2"]],
    [{ text: "C-" }, ["C-1", "C-2", "C-3"]],
    [{ text: "u-7" }, ["D-1"]],
    [{ text: "parcel" }, ["C-1", "C-3"]],
    [{ text: "PARCEL lost" }, ["C-1"]],
    [{ text: "creme" }, ["C-2"]],
    [{ text: 'lost" OR "note' }, []],
    [{ text: "* NEAR (" }, []],
    [{ text: "%" }, []],
  ] as [Partial<CaseListQuery>, string[]][])("filters by %j", async (filter, expected) => {
    const list = await listed(filter);
    expect(list.rows.map(({ caseId }) => caseId)).toEqual(expected);
    expect({ total: list.total, all: list.all }).toEqual({ total: expected.length, all: 4 });
  });

  it.each([
    ["last_contact", "desc", ["C-1", "C-2", "C-3", "D-1"]],
    ["last_contact", "asc", ["C-3", "C-2", "C-1", "D-1"]],
    ["touchpoints", "desc", ["C-1", "C-3", "C-2", "D-1"]],
    ["case", "desc", ["D-1", "C-3", "C-2", "C-1"]],
  ] as const)("sorts by %s %s, what is unknown last, ties by id", async (sort, direction, ids) => {
    const { rows } = await listed({ sort, direction });
    expect(rows.map(({ caseId }) => caseId)).toEqual(ids);
  });

  it("pages without leaving any out or showing any twice", async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listed({ page, pageSize: 2, sort: "opened" })),
    );
    expect(pages.map(({ rows }) => rows.map(({ caseId }) => caseId))).toEqual([
      ["C-1", "C-2"],
      ["C-3", "D-1"],
      [],
    ]);
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4]);
  });

  it("counts each facet under the other filters, not under its own", async () => {
    const list = await listed({ channels: ["chat"], outcomes: ["closed_unproven"] });
    expect(list.channels).toEqual(
      new Map([
        ["chat", 2],
        ["voice", 1],
      ]),
    );
    expect(list.outcomes).toEqual(new Map([["closed_unproven", 2]]));
    const byChannel = await listed({ channels: ["email"] });
    expect(byChannel.outcomes).toEqual(new Map([["duplicate", 1]]));
    expect(byChannel.channels).toEqual(
      new Map([
        ["chat", 2],
        ["email", 1],
        ["voice", 1],
      ]),
    );
  });

  it("shows each row with its journey and its outcome as of the instant", async () => {
    const { rows } = await listed({ text: "C-1" });
    expect(rows[0]).toMatchObject({
      caseId: "C-1",
      outcome: "closed_unproven",
      journey: [
        { channel: "chat", agentKinds: ["ai"] },
        { channel: "voice", agentKinds: ["ai"] },
      ],
    });
    const early = await listed({ text: "C-1", asOfUs: firstUs });
    expect(early.rows[0]?.outcome).toBe("in_progress");
  });
});

function listed(told: Partial<CaseListQuery>): Promise<CaseList> {
  return withMemoryStore(async (db: Database) => {
    await storeCases(db, cases);
    return listCases(db, { ...query, ...told });
  });
}

function made(
  caseId: string,
  channels: readonly Channel[],
  told: Partial<DerivedCase> & { readonly words: string },
): DerivedCase {
  const { words, ...rest } = told;
  return derivedCase({
    caseId,
    messages: [derivedMessage({ text: words })],
    interactions: channels.map((channel, ordinal) => derivedInteraction({ ordinal, channel })),
    ...rest,
  });
}
