import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings";
import { linkCases, type IssueLikeness, type LinkInput } from "./link-cases";

const dayUs = 86_400_000_000;

function each(caseId: string, openedDay: number, rest: Partial<LinkInput> = {}): LinkInput {
  return {
    caseId,
    intent: "refund",
    caseType: null,
    openedUs: openedDay * dayUs,
    lastContactUs: openedDay * dayUs + 1,
    closing: null,
    mergedInto: null,
    opening: [],
    ...rest,
  };
}

/** Openings are alike as far as they share words; empty ones tell nothing. */
const sharedWords: IssueLikeness = (one, other) => {
  if (one.length === 0 || other.length === 0) return null;
  return one.filter((word) => other.includes(word)).length / Math.max(one.length, other.length);
};

function repeatOf(cases: readonly LinkInput[], caseId: string): string | null {
  return linkCases(cases, defaultSettings, sharedWords).get(caseId)?.repeatCaseId ?? null;
}

describe("a customer's next case", () => {
  it("repeats an earlier one about the same intent within the window", () => {
    expect(linkCases([each("a", 0), each("b", 5)], defaultSettings, sharedWords)).toEqual(
      new Map([
        ["a", { repeatUs: 5 * dayUs, repeatCaseId: "b" }],
        ["b", { repeatUs: null, repeatCaseId: null }],
      ]),
    );
  });

  it("does not repeat it after the window, about something else, or about nobody knows what", () => {
    expect(repeatOf([each("a", 0), each("b", 7.1)], "a")).toBeNull();
    expect(repeatOf([each("a", 0), each("b", 5, { intent: "address" })], "a")).toBeNull();
    expect(
      repeatOf([each("a", 0, { intent: null }), each("b", 5, { intent: null })], "a"),
    ).toBeNull();
    expect(repeatOf([each("a", 0, { intent: null }), each("b", 5)], "a")).toBeNull();
  });

  it("goes by the case type where an intent is missing", () => {
    const typed = { caseType: "billing" };
    expect(repeatOf([each("a", 0, { intent: null, ...typed }), each("b", 5, typed)], "a")).toBe(
      "b",
    );
  });

  it("is about the same where only the spelling of its intent differs", () => {
    const spelled = (intent: string) => repeatOf([each("a", 0), each("b", 5, { intent })], "a");
    expect(spelled("Refund")).toBe("b");
    expect(
      repeatOf([each("a", 0, { intent: "lost_card" }), each("b", 5, { intent: "LostCard" })], "a"),
    ).toBe("b");
    expect(spelled("refund_status")).toBeNull();
  });

  it("goes by the customer's words where an intent is missing", () => {
    const unsaid = (opening: readonly string[], rest: Partial<LinkInput> = {}) =>
      each("b", 5, { intent: null, opening, ...rest });
    const first = each("a", 0, { opening: ["card", "lost"] });
    expect(repeatOf([first, unsaid(["card", "lost"])], "a")).toBe("b");
    expect(repeatOf([first, unsaid(["change", "address"])], "a")).toBeNull();
    const [billing, delivery] = [{ caseType: "billing" }, { caseType: "delivery" }];
    const typed = each("a", 0, { opening: ["card", "lost"], ...billing });
    expect(repeatOf([typed, unsaid(["change", "address"], billing)], "a")).toBeNull();
    expect(repeatOf([typed, unsaid(["card", "lost"], delivery)], "a")).toBeNull();
    expect(repeatOf([typed, unsaid([], billing)], "a")).toBe("b");
  });

  it("does not compare the words of everything that a busy customer wrote", () => {
    const later = Array.from({ length: 60 }, (_, index) =>
      each(`later-${String(index)}`, 1 + index / 20, { intent: null, opening: ["other"] }),
    );
    let compared = 0;
    const first = each("a", 0, { intent: null, opening: ["card"] });
    linkCases(
      [first, ...later.map((every) => ({ ...every, intent: "x" }))],
      defaultSettings,
      () => {
        compared += 1;
        return 0;
      },
    );
    expect(compared).toBe(20);
  });

  it("counts from a stated closing, else from the last contact", () => {
    const closed = each("a", 0, { closing: { atUs: 4 * dayUs, from: "record" } });
    const given = each("a", 0, { closing: { atUs: 4 * dayUs, from: "inferred" } });
    expect(repeatOf([closed, each("b", 10)], "a")).toBe("b");
    expect(repeatOf([closed, each("b", 3)], "a")).toBeNull();
    expect(repeatOf([given, each("b", 10)], "a")).toBeNull();
  });

  it("is no repeat where one of them was merged", () => {
    expect(repeatOf([each("a", 0), each("b", 5, { mergedInto: "a" })], "a")).toBeNull();
    expect(repeatOf([each("a", 0, { mergedInto: "c" }), each("b", 5)], "a")).toBeNull();
  });
});

it("links the same cases the same way in any order", () => {
  const cases = fc.array(
    fc.record({
      day: fc.nat(20),
      intent: fc.constantFrom("x", "y", null),
      merged: fc.boolean(),
      opening: fc.array(fc.constantFrom("card", "lost", "address"), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), (drawn, keys) => {
      const given = drawn.map(({ day, intent, merged, opening }, index) =>
        each(`case-${index}`, day, { intent, opening, mergedInto: merged ? "other" : null }),
      );
      const shuffled = given
        .map((input) => ({ input, key: Number(keys.next().value) }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ input }) => input);
      const linked = (inputs: readonly LinkInput[]) =>
        [...linkCases(inputs, defaultSettings, sharedWords)].toSorted(([a], [b]) =>
          a.localeCompare(b),
        );
      expect(linked(shuffled)).toEqual(linked(given));
    }),
  );
});
