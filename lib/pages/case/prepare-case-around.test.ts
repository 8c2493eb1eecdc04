import { describe, expect, it } from "vitest";
import type { StoredDecision } from "@/lib/domain/case/decision";
import { derivedCase, derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { prepareCaseAround, type CaseAroundInput } from "./prepare-case-around";
import { prepareCaseTrail } from "./case-trail";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";

type CustomerCase = CaseAroundInput["customerCases"][number];

const other = (caseId: string, told: Partial<CustomerCase> = {}): CustomerCase => ({
  caseId,
  caseType: "billing",
  intent: "refund.late",
  inferredIntent: null,
  openedUs: firstUs,
  lastContactUs: firstUs,
  closedUs: null,
  closedFrom: null,
  evidence: "none",
  contacts: [],
  mergedInto: null,
  outcome: "unresolved",
  repeatUs: null,
  repeatCaseId: null,
  ...told,
});

const decided = (told: Partial<StoredDecision>): StoredDecision => ({
  id: 1,
  kind: "merge",
  subject: { kind: "case" },
  fromCaseId: "C-1",
  toCaseId: "C-2",
  atUs: firstUs,
  isDetached: false,
  ...told,
});

const nothing: CaseAroundInput = {
  customerCases: [],
  customerTotal: 0,
  decisions: [],
  notes: [],
  isWaiting: false,
  traces: 1,
};

const around = (told: Partial<CaseAroundInput>, repeatCaseId: string | null = null) =>
  prepareCaseAround(derivedCase(), repeatCaseId, { ...nothing, ...told });

describe("what stands around a case", () => {
  it("lists the customer's other cases, those about the same issue first", () => {
    const cases = ["C-1", "C-2", "C-3", "C-4", "C-5", "C-6", "C-7", "C-8"].map((id) => other(id));
    const customerCases = [...cases, other("C-9", { repeatCaseId: "C-1" })];
    const { others, moreOthers } = around({ customerCases, customerTotal: 12 }, "C-8");
    expect(others.map(({ caseId, relation }) => [caseId, relation])).toEqual([
      ["C-8", "came back about the same issue"],
      ["C-9", "the same issue before"],
      ["C-2", ""],
      ["C-3", ""],
      ["C-4", ""],
      ["C-5", ""],
    ]);
    expect(moreOthers).toBe(5);
  });

  it.each([
    [{}, /^This case .*merged/u, "C-2"],
    [{ fromCaseId: "C-9", toCaseId: "C-1" }, /^Merged into this/u, "C-9"],
    [
      { kind: "split", subject: { kind: "contact", channel: "sms", startUs: firstUs } },
      /SMS contact .* 5 Jan 2026, 08:00 .*split/u,
      "C-2",
    ],
    [
      {
        kind: "reassign",
        fromCaseId: null,
        toCaseId: "C-1",
        subject: { kind: "trace", traceId: "t" },
      },
      /trace .*moved here/u,
      null,
    ],
  ] as [Partial<StoredDecision>, RegExp, string | null][])(
    "tells a decision from this case's side: %j",
    (told, said, otherId) => {
      const [view] = around({ decisions: [decided(told)] }).decisions;
      expect(view?.sentence).toMatch(said);
      expect(view?.other?.caseId ?? null).toBe(otherId);
    },
  );

  it("offers contacts to be moved only where another one stays, and an id that is free", () => {
    const customerCases = [other("C-1"), other("C-1-2")];
    expect(around({ customerCases })).toMatchObject({ movable: [], proposedId: "C-1-3" });
    const interactions = [derivedInteraction(), derivedInteraction({ ordinal: 1 })];
    const two = prepareCaseAround(derivedCase({ interactions }), null, nothing);
    expect(two.movable.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
    expect(two.holds).toBe("1 trace, 2 spans, 2 messages");
  });
});

describe("the way one came", () => {
  it("leads back to the very list and on to the cases beside this one in it", () => {
    const neighbours = { previous: null, next: "C-2", position: 1, total: 92 };
    const list = "outcome=unresolved&page=2";
    const facets = { ...defaultCasesQuery.facets, outcome: ["unresolved"] };
    const trail = prepareCaseTrail({ ...defaultCasesQuery, facets, page: 2 }, list, neighbours);
    expect(trail).toMatchObject({
      listHref: "/cases?outcome=unresolved&page=2",
      place: { position: 1, total: 92 },
      previousHref: null,
      nextHref: "/cases/C-2?list=outcome%3Dunresolved%26page%3D2",
    });
    expect(trail.listWords).toMatch(/never closed/i);
    expect(prepareCaseTrail(defaultCasesQuery, "", null).place).toBeNull();
  });
});
