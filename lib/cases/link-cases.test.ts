import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings";
import { linkCases, type LinkInput } from "./link-cases";

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
    ...rest,
  };
}

function repeatOf(cases: readonly LinkInput[], caseId: string): string | null {
  return linkCases(cases, defaultSettings).get(caseId)?.repeatCaseId ?? null;
}

describe("a customer's next case", () => {
  it("repeats an earlier one about the same intent within the window", () => {
    expect(linkCases([each("a", 0), each("b", 5)], defaultSettings)).toEqual(
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
    fc.record({ day: fc.nat(20), intent: fc.constantFrom("x", "y", null), merged: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), (drawn, keys) => {
      const given = drawn.map(({ day, intent, merged }, index) =>
        each(`case-${index}`, day, { intent, mergedInto: merged ? "other" : null }),
      );
      const shuffled = given
        .map((input) => ({ input, key: Number(keys.next().value) }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ input }) => input);
      const linked = (inputs: readonly LinkInput[]) =>
        [...linkCases(inputs, defaultSettings)].toSorted(([a], [b]) => a.localeCompare(b));
      expect(linked(shuffled)).toEqual(linked(given));
    }),
  );
});
