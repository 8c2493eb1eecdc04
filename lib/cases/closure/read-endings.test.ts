import { describe, expect, it } from "vitest";
import type { Interaction, Score } from "@/lib/domain/case/case";
import { derive, turn } from "../test-spans";
import { findDenial, findOpenEnding, readEndings } from "./read-endings";

/** A contact about each of two accounts, the second later: "quiet" ended so, "asked" left a question. */
function endings(...ended: readonly ("quiet" | "asked")[]) {
  const spans = ended.flatMap((how, at) => [
    turn(20 * at, "customer", how === "quiet" ? "Thanks, bye." : "So what happens now?", {
      belonging: { session: `s-${at}` },
    }),
  ]);
  const derived = derive(spans);
  const interactions = derived.interactions.map((contact): Interaction => ({
    ...contact,
    account: contact.ordinal,
  }));
  return { ...derived, interactions };
}

const judged = (ordinal: number, value: number): Score => ({
  ...{ evaluator: "conversation_resolution", version: 1, target: { kind: "interaction", ordinal } },
  verdict: { status: "scored", value, because: `Because of ${ordinal}.`, evidence: [] },
});

describe("of the last contacts about two accounts", () => {
  it("speaks the weakest of what speaks for each, the later of two alike", () => {
    const [first, second] = [judged(0, 0.9), judged(1, 0.8)];
    expect(readEndings(endings("quiet", "quiet"), [first])?.evidence).toBe("assumed");
    expect(readEndings(endings("quiet", "quiet"), [second])?.evidence).toBe("assumed");
    const both = readEndings(endings("quiet", "quiet"), [first, second]);
    expect(both).toMatchObject({ evidence: "judged" });
    expect(both?.because).toContain("Because of 1.");
  });

  it("nothing speaks for both where nothing does for one, which is left open", () => {
    for (const [ended, open] of [
      [endings("quiet", "asked"), 1],
      [endings("asked", "quiet"), 0],
      [endings("asked", "asked"), 1],
    ] as const) {
      expect(readEndings(ended, [])).toBeNull();
      expect(findOpenEnding(ended, [])?.ordinal).toBe(open);
    }
    expect(findOpenEnding(endings("quiet", "quiet"), [])).toBeNull();
  });

  it("one judged not resolved denies it, the later of two", () => {
    const [first, second] = [judged(0, 0.1), judged(1, 0.2)];
    const quiet = endings("quiet", "quiet");
    expect(readEndings(quiet, [first])).toMatchObject({ evidence: "none" });
    expect(findDenial(quiet, [first])?.because).toContain("Because of 0.");
    expect(findDenial(quiet, [first, second])?.because).toContain("Because of 1.");
    expect(findDenial(quiet, [judged(0, 0.9)])).toBeNull();
  });
});

describe("of one account", () => {
  it("no ending is named as open: there is none beside it", () => {
    expect(findOpenEnding(endings("asked"), [])).toBeNull();
    expect(readEndings(endings("asked"), [])).toBeNull();
    expect(readEndings(endings("quiet"), [])?.evidence).toBe("assumed");
  });

  it("nothing speaks where there is no contact", () => {
    expect(readEndings(endings(), [])).toBeNull();
  });
});
