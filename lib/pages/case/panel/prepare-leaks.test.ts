import { describe, expect, it } from "vitest";
import type { Score, Verdict } from "@/lib/domain/case/case";
import { describeLeaks } from "@/lib/domain/privacy/leak-words";
import type { LeakedValues } from "@/lib/domain/privacy/personal-values";
import { prepareLeaks } from "./prepare-leaks";
import { leaks as words } from "../words/page";

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
    const card = { place: "tool-arguments", type: "CARD", count: 1 } as const;
    const phones = (count: number) =>
      ({ place: "customer-message", type: "PHONE", count }) as const;
    const scores = [
      given("a", redacted),
      leaking("b", [phones(2)]),
      leaking("c", [card, phones(1)]),
    ];
    expect(prepare(scores)).toEqual({
      says: `${describeLeaks([card, phones(3)])}.`,
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
    expect(leaks?.says).toBe(`${describeLeaks([{ place: "attribute", type: "IP", count: 300 }])}.`);
    expect([leaks?.spans.length, leaks?.more]).toEqual([20, 280]);
  });

  it("say where nothing leaked, where one cannot tell, and nothing of a case without personal values", () => {
    expect(prepare([given("a", redacted)])?.says).toBe(words.allRedacted);
    expect(prepare([given("a", stripped)])).toMatchObject({
      says: words.unread,
      spans: [{ spanId: "a", says: "Removed." }],
    });
    expect(prepare([given("a", redacted, "imported")])).toBeNull();
    expect(prepare([])).toBeNull();
  });
});
