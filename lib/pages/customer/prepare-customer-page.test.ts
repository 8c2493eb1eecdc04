import { describe, expect, it } from "vitest";
import { prepareCustomerPage, type CustomerCaseInput } from "./prepare-customer-page";
import { closings } from "@/lib/pages/case/words/outcome";
import { recurringIssues, title } from "./words";

const dayUs = 86_400_000_000;
const firstUs = 1_767_600_000_000_000;
const asOfUs = firstUs + 100 * dayUs;

function told(caseId: string, day: number, more: Partial<CustomerCaseInput>): CustomerCaseInput {
  const startUs = firstUs + day * dayUs;
  return {
    caseId,
    caseType: "billing",
    intent: "billing_error",
    inferredIntent: null,
    openedUs: startUs,
    lastContactUs: startUs,
    closedUs: startUs + dayUs,
    closedFrom: "event",
    closureMethod: "agent_resolve",
    touchpoints: 1,
    reopenedUs: null,
    repeatUs: null,
    closureBecause: "So it was said.",
    outcome: "closed_unproven",
    contacts: [{ channel: "chat", startUs, isTouchpoint: true, agentKinds: ["ai"] }],
    ...more,
  };
}

const cases = [
  told("C-4", 10, { intent: null, caseType: null, outcome: "in_progress", closedUs: null }),
  told("C-3", 8, { outcome: "resolved_confirmed", closureMethod: "customer_confirm" }),
  told("C-2", 4, { outcome: "reopened", repeatUs: firstUs + 8 * dayUs, closedFrom: "inferred" }),
  told("C-1", 0, { outcome: "reopened", repeatUs: firstUs + 4 * dayUs }),
];
const page = prepareCustomerPage({ customerId: "u-1", cases, total: 4 }, asOfUs);

describe("prepareCustomerPage", () => {
  it("tells the history in one sentence", () => {
    expect(page.title).toBe(title.of(4, title.resolved(1, 3), title.recurring("billing error", 3)));
  });

  it("says where nothing shows how cases ended, instead of that none was resolved", () => {
    const quiet = { closedFrom: "inferred", outcome: "fell_quiet" } as const;
    const likely = { ...quiet, outcome: "closed_likely" } as const;
    const titleOf = (...own: readonly CustomerCaseInput[]) =>
      prepareCustomerPage({ customerId: "u-1", cases: own, total: own.length }, asOfUs).title;
    expect(titleOf(told("C-1", 0, quiet))).toMatch(/^1 case, nothing .* it ended$/u);
    expect(titleOf(told("C-1", 0, quiet), told("C-2", 1, { ...likely, intent: "x" }))).toMatch(
      /^2 cases, nothing .* they ended$/u,
    );
    expect(titleOf(told("C-1", 0, { outcome: "closed_likely" }))).toMatch(/^1 case, not resolved/u);
  });

  it("places every case and contact on one axis", () => {
    expect(
      page.cases.map(({ caseId, bar, contacts }) => [caseId, bar?.left, contacts[0]?.left]),
    ).toEqual([
      ["C-4", 1, 1],
      ["C-3", 0.8, 0.8],
      ["C-2", 0.4, 0.4],
      ["C-1", 0, 0],
    ]);
  });

  it("puts each channel's contacts into a lane of their own, and says so in a sentence", () => {
    expect(
      page.lanes.map(({ channel, contacts: marks }) => [channel, marks.map(({ left }) => left)]),
    ).toEqual([["chat", [1, 0.8, 0.4, 0]]]);
    expect(page.lanesWords).toBe("4 Chat contacts");
  });

  it("says of a recurring issue what was tried each time and what held", () => {
    expect(
      page.issues.map(({ about, attempts }) => [
        about,
        attempts.map(({ caseId, tried, held }) => [caseId, tried, held.label]),
      ]),
    ).toEqual([
      [
        "billing error",
        [
          [
            "C-1",
            closings.event(" by the agent", "6 Jan 2026, 08:00"),
            recurringIssues.cameBackAfter("3 d"),
          ],
          ["C-2", closings.inferred("10 Jan 2026, 08:00"), recurringIssues.cameBackAfter("4 d")],
          ["C-3", closings.event(" by the customer", "14 Jan 2026, 08:00"), recurringIssues.held],
        ],
      ],
    ]);
  });

  it("does not know of a return that lies after the instant of reading", () => {
    const early = prepareCustomerPage(
      {
        customerId: "u-1",
        cases: [told("C-1", 0, { repeatUs: asOfUs + 1 }), told("C-0", 0, {})],
        total: 2,
      },
      asOfUs,
    );
    expect(early.issues[0]?.attempts.map(({ held }) => held.label)).toEqual([
      "Closed, unproven",
      "Closed, unproven",
    ]);
  });

  it("holds cases of which no time is known", () => {
    const timeless = { openedUs: null, lastContactUs: null, contacts: [] };
    const { firstUs: from, cases: views } = prepareCustomerPage(
      { customerId: "u-1", cases: [told("C-1", 0, timeless)], total: 1 },
      asOfUs,
    );
    expect([from, views[0]?.bar, views[0]?.journey]).toEqual([null, null, []]);
  });
});
