import { describe, expect, it } from "vitest";
import { caseCellText, caseColumnEntries, contextCell, scoreCell } from "./case-cells";
import type { CaseListItem } from "./case-list-item";
import { caseColumns } from "../filter/cases-query";

const row: CaseListItem = {
  caseId: "C-1",
  customerId: null,
  caseType: "billing",
  intent: "billing.double_charge",
  inferredIntent: null,
  journey: [
    { channel: "chat", agentKinds: ["ai"] },
    { channel: "voice", agentKinds: ["ai", "human"] },
  ],
  handoffVerdicts: ["asked-again"],
  contexts: [0],
  touchpoints: 2,
  handoffs: 2,
  messages: 1200,
  worstScore: { evaluator: "repeat_information", value: 1 },
  outcome: "closed_unproven",
  evidence: "none",
  openedUs: 0,
  lastContactUs: null,
  risk: "high",
  region: null,
  teams: ["Billing", "Loss"],
  agentIds: ["agent-204", "support-core"],
  csat: 4,
  releases: ["r1", "r2"],
};

describe("caseCellText", () => {
  it("says in each column what the table shows; what nobody said is empty", () => {
    const cells = ["case" as const, ...caseColumns].map((name) => [name, caseCellText(name, row)]);
    expect(Object.fromEntries(cells)).toEqual({
      case: "C-1",
      customer: "",
      type: "billing",
      journey: "Chat AI, asked again, then Voice AI then human",
      touchpoints: "2",
      handoffs: "0 of 1 kept",
      worst_score: "asked again",
      outcome: "Closed, unproven",
      opened: "1970-01-01T00:00:00.000Z",
      last_contact: "",
      risk: "high",
      region: "",
      team: "Billing, Loss",
      agent: "agent-204, support-core",
      csat: "4",
      release: "r1, r2",
      messages: "1,200",
    });
  });

  it("knows a heading for every column", () => {
    expect(Object.keys(caseColumnEntries)).toEqual(["case", ...caseColumns]);
  });
});

describe("contextCell", () => {
  it.each([
    [[], "none", "none"],
    [[null], "none", "not known"],
    [[1, null], "pass", "1 of 1 kept"],
    [[1, 1], "pass", "2 of 2 kept"],
    [[1, 0, null], "fail", "1 of 2 kept"],
    [[0.5], "fail", "0 of 1 kept"],
  ] as const)("reads %j as %s, %s", (contexts, tone, words) => {
    expect(contextCell(contexts)).toMatchObject({ tone, words });
  });

  it("says what became of what was known, not that most of it was lost, where it was one thing", () => {
    expect(contextCell([0]).meaning).toMatch(/ 1 handoff: asked again/u);
    expect(contextCell([1, 0, null]).meaning).toMatch(
      / 3 handoffs: 1 kept, 1 asked again .*, 1 not/u,
    );
  });
});

it("gives no verdict of an evaluator of unknown direction", () => {
  expect(scoreCell({ evaluator: "their_own", value: 0.2 })).toEqual({
    tone: "none",
    words: "their own 0.20",
    meaning: "their_own",
  });
});
