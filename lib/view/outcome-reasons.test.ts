import { describe, expect, it } from "vitest";
import { outcomeReasons } from "./outcome-reasons";

const atUs = Date.UTC(2026, 9, 1, 8) * 1000;
const dayUs = 86_400_000_000;
const closure = { method: "agent_resolve", evidence: "assumed", because: "", quotes: [] } as const;

describe("outcomeReasons", () => {
  it.each([
    ["event", "Closed by the agent on 1 Oct 2026, 08:00."],
    ["record", "Closed on 1 Oct 2026, 08:00, according to the CRM."],
    [
      "inferred",
      "Counted as closed from 1 Oct 2026, 08:00, because it fell silent; nobody said so.",
    ],
  ] as const)("says who knows of a closing that came by %s", (from, sentence) => {
    const ended = { closing: { atUs, from }, closure, reopenedUs: null };
    expect(outcomeReasons(ended, "closed_unproven", null, atUs + dayUs)[1]).toBe(sentence);
  });

  it("names the reopening and the customer's next case", () => {
    const ended = { closing: null, closure, reopenedUs: atUs };
    expect(outcomeReasons(ended, "reopened", atUs + dayUs, atUs + 2 * dayUs).slice(1)).toEqual([
      "Nobody closed it.",
      "It reopened on 1 Oct 2026, 08:00.",
      "The customer came back about the same issue on 2 Oct 2026, 08:00.",
    ]);
  });

  it("says nothing of what lies after the instant asked for", () => {
    const ended = { closing: { atUs, from: "event" }, closure, reopenedUs: atUs } as const;
    expect(outcomeReasons(ended, "in_progress", atUs, atUs - dayUs)).toHaveLength(1);
  });
});
