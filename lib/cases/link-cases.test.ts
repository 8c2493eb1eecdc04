import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { runs } from "@/lib/testing/runs";
import {
  linkCases,
  relinkCases,
  type CaseLinks,
  type IssueLikeness,
  type LinkChange,
  type LinkInput,
} from "./link-cases";

type Case = LinkInput & { readonly opening: readonly string[] };

const dayUs = 86_400_000_000;

function each(caseId: string, openedDay: number, rest: Partial<Case> = {}): Case {
  return {
    caseId,
    intent: "refund",
    caseType: null,
    openedUs: openedDay * dayUs,
    lastContactUs: openedDay * dayUs + 1,
    closing: null,
    mergedInto: null,
    touchpoints: 1,
    opening: [],
    ...rest,
  };
}

/** Similarity of openings by shared words; null for an empty one. */
const sharedWords: IssueLikeness<Case> = ({ opening: one }, { opening: other }) => {
  if (one.length === 0 || other.length === 0) return null;
  return one.filter((word) => other.includes(word)).length / Math.max(one.length, other.length);
};

function repeatOf(cases: readonly Case[], caseId: string): string | null {
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

  it("is no repeat after the window, about something else, or about an unknown issue", () => {
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
    const withoutIntent = (opening: readonly string[], rest: Partial<Case> = {}) =>
      each("b", 5, { intent: null, opening, ...rest });
    const first = each("a", 0, { opening: ["card", "lost"] });
    expect(repeatOf([first, withoutIntent(["card", "lost"])], "a")).toBe("b");
    expect(repeatOf([first, withoutIntent(["change", "address"])], "a")).toBeNull();
    const [billing, delivery] = [{ caseType: "billing" }, { caseType: "delivery" }];
    const typed = each("a", 0, { opening: ["card", "lost"], ...billing });
    expect(repeatOf([typed, withoutIntent(["change", "address"], billing)], "a")).toBeNull();
    expect(repeatOf([typed, withoutIntent(["card", "lost"], delivery)], "a")).toBeNull();
    expect(repeatOf([typed, withoutIntent([], billing)], "a")).toBe("b");
  });

  it("does not compare the words of everything that a busy customer wrote", () => {
    const later = Array.from({ length: 60 }, (_, index) =>
      each(`later-${String(index)}`, 1 + index / 20, { intent: null, opening: ["other"] }),
    );
    let compared = 0;
    const first = each("a", 0, { intent: null, opening: ["card"] });
    linkCases(
      [first, ...later.map((every) => ({ ...every, intent: every.caseId }))],
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

  it("is another issue where the openings differ, whatever label both carry", () => {
    const labelled = (caseId: string, day: number, opening: readonly string[]) =>
      each(caseId, day, { intent: "airline.inquiry", opening });
    const first = labelled("a", 0, ["bags", "silver", "membership"]);
    expect(repeatOf([first, labelled("b", 1, ["insurance", "family", "added"])], "a")).toBeNull();
    expect(repeatOf([first, labelled("b", 1, ["bags", "silver", "membership"])], "a")).toBe("b");
  });

  it("is no repeat where one of them has no contact", () => {
    expect(repeatOf([each("a", 0), each("b", 5, { touchpoints: 0 })], "a")).toBeNull();
    expect(repeatOf([each("a", 0, { touchpoints: 0 }), each("b", 5)], "a")).toBeNull();
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
      const linked = (inputs: readonly Case[]) =>
        [...linkCases(inputs, defaultSettings, sharedWords)].toSorted(([a], [b]) =>
          a.localeCompare(b),
        );
      expect(linked(shuffled)).toEqual(linked(given));
    }),
  );
});

describe("of a customer with many cases", () => {
  /** The specification: compares each case with all others. */
  function linkOneByOne(cases: readonly Case[]): Map<string, CaseLinks> {
    const none: CaseLinks = { repeatUs: null, repeatCaseId: null };
    const windowUs = defaultSettings.repeatWindowDays * dayUs;
    return new Map(
      cases.map((earlier): [string, CaseLinks] => {
        const endUs =
          earlier.closing?.from === "record" ? earlier.closing.atUs : earlier.lastContactUs;
        if (earlier.mergedInto !== null || endUs === null) return [earlier.caseId, none];
        const next = cases
          .flatMap((later) => (later.openedUs === null ? [] : [{ later, atUs: later.openedUs }]))
          .filter(({ later, atUs }) => {
            if (later === earlier || later.mergedInto !== null) return false;
            return atUs > endUs && atUs - endUs <= windowUs;
          })
          .toSorted((a, b) => a.atUs - b.atUs || (a.later.caseId < b.later.caseId ? -1 : 1));
        const found = next.find(({ later }, index) => {
          const { intent, caseType } = earlier;
          const areNamed = intent !== null && later.intent !== null;
          if (areNamed && intent !== later.intent) return false;
          const areTyped = caseType !== null && later.caseType !== null;
          if (!areNamed && areTyped && caseType !== later.caseType) return false;
          const told = index < 20 ? sharedWords(earlier, later) : null;
          return told === null ? areNamed || areTyped : told >= (areNamed ? 0.88 : 0.5);
        });
        if (found === undefined) return [earlier.caseId, none];
        return [earlier.caseId, { repeatUs: found.atUs, repeatCaseId: found.later.caseId }];
      }),
    );
  }

  const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
  const drawn = fc.record({
    day: fc.nat({ max: 12 }),
    length: fc.nat({ max: 3 }),
    intent: oneOf("x", "y", "z", null, null, null),
    caseType: oneOf("a", "b", null, null),
    merged: oneOf(true, false, false, false),
    closedDay: fc.option(fc.nat({ max: 12 })),
    isUnknown: oneOf(true, false, false, false, false, false),
    opening: fc.subarray(["card", "lost", "address", "order", "late"], { maxLength: 2 }),
  });

  function caseAt(
    index: number,
    from: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
  ): Case {
    const { day, length, merged, closedDay, isUnknown, ...rest } = from;
    return each(`case-${String(index)}`, day, {
      ...rest,
      ...(isUnknown && { openedUs: null }),
      lastContactUs: (day + length) * dayUs,
      closing: closedDay === null ? null : { atUs: closedDay * dayUs, from: "record" },
      mergedInto: merged ? "other" : null,
    });
  }

  it("says what each case against all others says", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 70, size: "max" }), (all) => {
        const cases = all.map((from, index) => caseAt(index, from));
        expect(linkCases(cases, defaultSettings, sharedWords)).toEqual(linkOneByOne(cases));
      }),
      { numRuns: runs(200) },
    );
  });

  it("gives the same links when only changed cases are linked again", () => {
    const steps = fc.array(
      fc.array(fc.tuple(fc.nat({ max: 45 }), fc.option(drawn, { freq: 6 })), {
        maxLength: 25,
        size: "max",
      }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let cases = new Map<string, Case & CaseLinks>();
        for (const step of all) {
          const changes: LinkChange[] = [];
          const next = new Map(cases);
          for (const [index, from] of step) {
            const caseId = `case-${String(index)}`;
            const before = next.get(caseId);
            const now = from === null ? undefined : caseAt(index, from);
            const links = {
              repeatUs: before?.repeatUs ?? null,
              repeatCaseId: before?.repeatCaseId ?? null,
            };
            if (now === undefined) next.delete(caseId);
            else next.set(caseId, { ...now, ...links });
            for (const one of [before, now]) {
              if (one !== undefined) changes.push({ caseId, openedUs: one.openedUs ?? 0 });
            }
          }
          const links = relinkCases([...next.values()], changes, defaultSettings, sharedWords);
          cases = new Map([...next].map(([id, one]) => [id, { ...one, ...links.get(id) }]));
          const found = [...cases].map(([id, { repeatUs, repeatCaseId }]) => [
            id,
            { repeatUs, repeatCaseId },
          ]);
          expect(new Map(found as [string, CaseLinks][])).toEqual(
            linkOneByOne([...cases.values()]),
          );
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it("looks at few where one comes after all others", () => {
    const cases = Array.from({ length: 500 }, (_, index) =>
      each(`case-${String(index).padStart(4, "0")}`, index / 100, {
        intent: null,
        opening: [String(index)],
      }),
    );
    const links = linkCases(cases, defaultSettings, sharedWords);
    const known = cases.map((one) => ({
      repeatUs: null,
      repeatCaseId: null,
      ...one,
      ...links.get(one.caseId),
    }));
    const last = known[known.length - 1];
    let compared = 0;
    relinkCases(
      known,
      [{ caseId: last?.caseId ?? "", openedUs: last?.openedUs ?? 0 }],
      defaultSettings,
      () => {
        compared += 1;
        return 0;
      },
    );
    expect(compared).toBeLessThanOrEqual(21 * 20);
  });
});
