import { describe, expect, it } from "vitest";
import type { Score, Verdict } from "@/lib/domain/case/case";
import type { LeakedValues } from "@/lib/domain/privacy/personal-values";
import { prepareLeaks } from "./prepare-leaks";

function given(spanId: string, verdict: Verdict, version: Score["version"] = 1): Score {
  const target = { kind: "span", span: `t/${spanId}` } as const;
  return { evaluator: "redaction_coverage", version, target, verdict };
}

function leaking(spanId: string, leaked: readonly LeakedValues[]): Score {
  const evidence = [{ span: `t/${spanId}`, leaked }] as const;
  return given(spanId, { status: "scored", value: 0, because: `Of ${spanId}.`, evidence });
}

const redacted: Verdict = { status: "scored", value: 1, because: "All.", evidence: [] };
const stripped: Verdict = { status: "not-scorable", because: "Removed." };
const prepare = (scores: readonly Score[]) => prepareLeaks({ scores }, null, () => "recall 0.9");

describe("the leaks of a case", () => {
  it("are told in one sentence, equal ones together, critical ones first, with the spans behind it", () => {
    const scores = [
      given("a", redacted),
      leaking("b", [{ place: "customer-message", type: "PHONE", count: 2 }]),
      leaking("c", [
        { place: "tool-arguments", type: "CARD", count: 1 },
        { place: "customer-message", type: "PHONE", count: 1 },
      ]),
    ];
    expect(prepare(scores)).toEqual({
      says: "4 values arrived readable, 1 of them critical: 1 card number in a tool's arguments; 3 phone numbers in customer messages.",
      accuracy: "recall 0.9",
      spans: [
        { spanId: "b", href: "/traces/t?span=b", says: "Of b." },
        { spanId: "c", href: "/traces/t?span=c", says: "Of c." },
      ],
      more: 0,
    });
  });

  it("of three hundred spans are twenty lines at most", () => {
    const scores = Array.from({ length: 300 }, (_, index) =>
      leaking(`s${String(index)}`, [{ place: "attribute", type: "IP", count: 1 }]),
    );
    const leaks = prepare(scores);
    expect(leaks?.says).toBe("300 values arrived readable: 300 IP addresses in attributes.");
    expect([leaks?.spans.length, leaks?.more]).toEqual([20, 280]);
  });

  it("say where nothing leaked, where one cannot tell, and nothing of a case without personal values", () => {
    expect(prepare([given("a", redacted)])?.says).toBe(
      "Every personal value that was found had been redacted.",
    );
    expect(prepare([given("a", stripped)])).toMatchObject({
      says: "Where words are missing or not English, there may be more.",
      spans: [{ spanId: "a", says: "Removed." }],
    });
    expect(prepare([given("a", redacted, "imported")])).toBeNull();
    expect(prepare([])).toBeNull();
  });
});
