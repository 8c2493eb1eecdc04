import { expect, it } from "vitest";
import { dayUs, derive, turn } from "@/lib/cases/test-spans";
import type { Score } from "@/lib/domain/case";
import { outcomes } from "@/lib/domain/outcome";
import { caseTitle } from "./case-title";

it("tells every outcome as one sentence, also without a subject or a contact", () => {
  const told = {
    caseType: null,
    intent: null,
    interactions: [],
    handoffs: [],
    scores: [],
    csat: null,
  };
  const titles = outcomes.map((outcome) => caseTitle(told, outcome));
  expect(new Set(titles).size).toBe(outcomes.length);
  for (const title of titles) expect(title).toMatch(/^A case \w+ /);
});

it("heads a case with what got lost at its worst handoff, in whichever order the scores come", () => {
  const derived = derive([
    turn(0, "customer", "Hi"),
    turn((2 * dayUs) / 60_000_000, "customer", "Calling", {
      belonging: { channel: "voice", session: "s-2" },
    }),
  ]);
  const kept = (ordinal: number, value: number, because: string): Score => ({
    evaluator: "context_retention",
    version: 1,
    target: { kind: "handoff", ordinal },
    verdict: { status: "scored", value, because, evidence: [] },
  });
  const scores = [kept(0, 0, "The credit of $25 was unknown."), kept(0, 1, "All was kept.")];
  const title = "The credit of $25 was unknown (Chat → Voice). A case was not resolved in";
  for (const given of [scores, [...scores].reverse()]) {
    const told = { ...derived, intent: null, scores: given };
    expect(caseTitle(told, "unresolved")).toBe(`${title} 2 touchpoints on 2 channels`);
  }
});

it("says of a case that is not resolved that the customer was happy", () => {
  const told = { ...derive([turn(0, "customer", "Hi")]), scores: [], csat: 5 };
  expect(caseTitle(told, "reopened")).toMatch(
    /^The customer rated a contact 5 of 5\. A case about /,
  );
  expect(caseTitle(told, "resolved_verified")).toMatch(/^A case about /);
});
