import { describe, expect, it } from "vitest";
import { outcomeReasons } from "./outcome-reasons";
import { closings, reasons as words } from "../words/outcome";

const atUs = Date.UTC(2026, 9, 1, 8) * 1000;
const dayUs = 86_400_000_000;
const closure = { method: "agent_resolve", evidence: "assumed", because: "", quotes: [] } as const;

describe("outcomeReasons", () => {
  it.each([
    ["event", closings.event(" by the agent", "1 Oct 2026, 08:00")],
    ["record", closings.record(" by the agent", "1 Oct 2026, 08:00")],
    ["inferred", closings.inferred("1 Oct 2026, 08:00")],
  ] as const)("says who knows of a closing that came by %s", (from, sentence) => {
    const ended = { closing: { atUs, from }, closure, reopenedUs: null, mergedInto: null };
    expect(outcomeReasons(ended, "closed_unproven", null, atUs + dayUs, "")[1]).toBe(
      `${sentence}.`,
    );
  });

  it("names the reopening and the customer's next case", () => {
    const ended = { closing: null, closure, reopenedUs: atUs, mergedInto: null };
    expect(outcomeReasons(ended, "reopened", atUs + dayUs, atUs + 2 * dayUs, "").slice(1)).toEqual([
      `${closings.notClosed}.`,
      words.reopened("1 Oct 2026, 08:00"),
      words.cameBack("2 Oct 2026, 08:00"),
    ]);
  });

  it("does not call a case closed that was only given up after the customer had come back", () => {
    const closing = { atUs: atUs + 3 * dayUs, from: "inferred" } as const;
    const ended = { closing, closure, reopenedUs: null, mergedInto: null };
    const reasons = outcomeReasons(ended, "reopened", atUs + dayUs, atUs + 9 * dayUs, "");
    expect(reasons.slice(1)).toEqual([
      `${closings.notClosed}.`,
      words.cameBack("2 Oct 2026, 08:00"),
    ]);
  });

  it("says how often a likely resolution is right, where that was measured", () => {
    const closing = { atUs, from: "inferred" } as const;
    const ended = { closing, closure, reopenedUs: null, mergedInto: null };
    const reasons = (right: string) =>
      outcomeReasons(ended, "closed_likely", null, atUs + dayUs, right);
    expect(reasons("66% of calls (a.set)")).toContain(words.likelyRight("66% of calls (a.set)"));
    expect(reasons("")).toHaveLength(2);
  });

  it("says of a duplicate which case it is counted in", () => {
    const ended = { closing: null, closure, reopenedUs: null, mergedInto: "C-2" };
    expect(outcomeReasons(ended, "duplicate", null, atUs, "")).toEqual([words.merged("C-2")]);
  });

  it("says nothing of what lies after the instant asked for", () => {
    const closing = { atUs, from: "event" } as const;
    const ended = { closing, closure, reopenedUs: atUs, mergedInto: null };
    expect(outcomeReasons(ended, "in_progress", atUs, atUs - dayUs, "")).toHaveLength(1);
  });
});
