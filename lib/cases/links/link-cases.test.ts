import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { runs } from "@/lib/testing/runs";
import {
  linkCases,
  relinkCases,
  type CaseLinks,
  type IsReturn,
  type LinkChange,
} from "./link-cases";
import { back, dayUs, each, none, returnOf, sharesIssue, windowUs, type Case } from "./test-links";
import { filterInOrder, flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";

describe("a customer's next contact about an issue", () => {
  it("is its return within the window, and none after it or about something else", async () => {
    const first = each("a", [[0, "card"]]);
    expect(await returnOf([first, each("b", [[5, "card"]])], "a")).toEqual(back(5, "b"));
    expect(await returnOf([first, each("b", [[5, "card"]])], "b")).toEqual(none);
    expect(await returnOf([first, each("b", [[7.1, "card"]])], "a")).toEqual(none);
    expect(await returnOf([first, each("b", [[5, "address"]])], "a")).toEqual(none);
  });

  it("counts from the contact that returned, also in a case that was opened earlier", async () => {
    const older = each("b", [
      [0, "address"],
      [4, "card"],
    ]);
    expect(await returnOf([older, each("a", [[1, "card"]])], "a")).toEqual(back(4, "b"));
    const both = each("c", [
      [2, "address"],
      [3, "card"],
    ]);
    expect(await returnOf([older, each("a", [[1, "card"]]), both], "a")).toEqual(back(3, "c"));
  });

  it("is about any contact of the earlier case, and none of its own", async () => {
    const first = each("a", [
      [0, "address"],
      [1, "card"],
    ]);
    expect(await returnOf([first, each("b", [[2, "address"]])], "a")).toEqual(back(2, "b"));
    const closing = { atUs: dayUs / 2, from: "record" } as const;
    expect(await returnOf([{ ...first, closing }], "a")).toEqual(none);
  });

  it("counts from a stated closing, else from the last contact", async () => {
    const closed = each("a", [[0, "card"]], { closing: { atUs: 4 * dayUs, from: "record" } });
    const silent = each("a", [[0, "card"]], { closing: { atUs: 4 * dayUs, from: "inferred" } });
    expect(await returnOf([closed, each("b", [[10, "card"]])], "a")).toEqual(back(10, "b"));
    expect(await returnOf([closed, each("b", [[3, "card"]])], "a")).toEqual(none);
    expect(await returnOf([silent, each("b", [[10, "card"]])], "a")).toEqual(none);
  });

  it("counts from the last contact about its account, though the case went on about another", async () => {
    const first = each("a", [
      [0, "card", 0],
      [4, "address", 1],
    ]);
    expect(await returnOf([first, each("b", [[2, "card"]])], "a")).toEqual(back(2, "b"));
    expect(await returnOf([first, each("b", [[2, "address"]])], "a")).toEqual(none);
    expect(await returnOf([first, each("b", [[8, "card"]])], "a")).toEqual(none);
    const again = { ...first, contacts: first.contacts.map((own) => ({ ...own, account: 0 })) };
    expect(await returnOf([again, each("b", [[2, "card"]])], "a")).toEqual(none);
    const closed = { ...first, closing: { atUs: 5 * dayUs, from: "record" } } as const;
    expect(await returnOf([closed, each("b", [[2, "card"]])], "a")).toEqual(none);
    expect(await returnOf([closed, each("b", [[9, "card"]])], "a")).toEqual(back(9, "b"));
  });

  it("is no return where one of the cases has no contact or was merged", async () => {
    const first = each("a", [[0, "card"]]);
    const next = each("b", [[5, "card"]]);
    expect(await returnOf([first, { ...next, contacts: [] }], "a")).toEqual(none);
    expect(await returnOf([{ ...first, contacts: [] }, next], "a")).toEqual(none);
    expect(await returnOf([first, { ...next, mergedInto: "a" }], "a")).toEqual(none);
    expect(await returnOf([{ ...first, mergedInto: "c" }, next], "a")).toEqual(none);
  });
});

describe("of a customer with many cases", () => {
  const drawn = fc.record({
    contacts: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 48 }),
        fc.constantFrom("card", "address", "order"),
        fc.constantFrom(0, 0, 1),
      ),
      { maxLength: 3 },
    ),
    merged: fc.constantFrom(true, false, false, false),
    closedDay: fc.option(fc.nat({ max: 12 })),
  });
  type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

  function caseAt(index: number, { contacts, merged, closedDay }: Drawn): Case {
    const inOrder = contacts
      .map(([quarter, issue, account]) => [quarter / 4, issue, account] as const)
      .toSorted(([a], [b]) => a - b);
    return each(`case-${String(index)}`, inOrder, {
      closing: closedDay === null ? null : { atUs: closedDay * dayUs, from: "record" },
      mergedInto: merged ? "other" : null,
    });
  }

  /** The contacts of all cases that were not merged into others, in order. */
  function inOrderOf(cases: readonly Case[]) {
    return cases
      .filter(({ mergedInto }) => mergedInto === null)
      .flatMap((later) => later.contacts.map((contact) => ({ later, contact })))
      .toSorted(
        (a, b) =>
          a.contact.startUs - b.contact.startUs ||
          (a.later.caseId < b.later.caseId ? -1 : a.later.caseId > b.later.caseId ? 1 : 0) ||
          a.contact.ordinal - b.contact.ordinal,
      );
  }

  /** The specification: compares each case with every contact after one of its endings, one by one. */
  async function linkOneByOne(cases: readonly Case[]): Promise<Map<string, CaseLinks>> {
    const ordered = inOrderOf(cases);
    return new Map(
      await mapInOrder(cases, async (earlier): Promise<[string, CaseLinks]> => {
        if (earlier.mergedInto !== null) return [earlier.caseId, none];
        const compared = await flatMapInOrder([0, 1], async (account) => {
          const own = earlier.contacts.filter(
            (each) => earlier.closing !== null || each.account === account,
          );
          const endUs = earlier.closing?.atUs ?? Math.max(...own.map((each) => each.endUs));
          return filterInOrder(
            ordered.filter(({ contact }) => contact.startUs > endUs).slice(0, 20),
            async ({ later, contact }) =>
              later !== earlier &&
              contact.startUs - endUs <= windowUs &&
              (await sharesIssue(earlier, own, later, contact)),
          );
        });
        const found = ordered.find((each) => compared.includes(each));
        if (found === undefined) return [earlier.caseId, none];
        const { later, contact } = found;
        return [earlier.caseId, { repeatUs: contact.startUs, repeatCaseId: later.caseId }];
      }),
    );
  }

  it("says what each case against all contacts says, in any order", async () => {
    const all = fc.array(drawn, { maxLength: 70, size: "max" });
    await fc.assert(
      fc.asyncProperty(all, fc.infiniteStream(fc.nat()), async (from, keys) => {
        const cases = from.map((one, index) => caseAt(index, one));
        const shuffled = cases
          .map((one) => ({ one, key: Number(keys.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const specified = await linkOneByOne(cases);
        expect(await linkCases(cases, defaultSettings, sharesIssue)).toEqual(specified);
        expect(await linkCases(shuffled, defaultSettings, sharesIssue)).toEqual(specified);
      }),
      { numRuns: runs(200) },
    );
  });

  it("gives the same links when only changed cases are linked again", async () => {
    const step = fc.array(fc.tuple(fc.nat({ max: 45 }), fc.option(drawn, { freq: 6 })), {
      maxLength: 25,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (all) => {
        let cases = new Map<string, Case & CaseLinks>();
        for (const changed of all) {
          const changes: LinkChange[] = [];
          const next = new Map(cases);
          for (const [index, from] of changed) {
            const caseId = `case-${String(index)}`;
            const before = next.get(caseId);
            const now = from === null ? undefined : caseAt(index, from);
            if (now === undefined) next.delete(caseId);
            else next.set(caseId, { ...none, ...before, ...now });
            for (const one of [before, now]) changes.push(...changesOf(caseId, one));
          }
          const links = await relinkCases(
            [...next.values()],
            changes,
            defaultSettings,
            sharesIssue,
          );
          cases = new Map([...next].map(([id, one]) => [id, { ...one, ...links.get(id) }]));
          const found = [...cases].map(([id, { repeatUs, repeatCaseId }]): [string, CaseLinks] => [
            id,
            { repeatUs, repeatCaseId },
          ]);
          expect(new Map(found)).toEqual(await linkOneByOne([...cases.values()]));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  function changesOf(caseId: string, one: Case | undefined): readonly LinkChange[] {
    if (one === undefined) return [];
    const starts = one.contacts.map(({ startUs }) => startUs);
    return (starts.length === 0 ? [0] : starts).map((contactUs) => ({ caseId, contactUs }));
  }

  it("compares few contacts, also where one comes after all others", async () => {
    const cases = Array.from({ length: 500 }, (_, index) =>
      each(`case-${String(index).padStart(4, "0")}`, [[index / 100, String(index)]]),
    );
    let compared = 0;
    const counting: IsReturn<Case> = () => {
      compared += 1;
      return Promise.resolve(false);
    };
    const links = await linkCases(cases, defaultSettings, counting);
    expect(compared).toBeLessThanOrEqual(500 * 20);
    const known = cases.map((one) => ({ ...none, ...one, ...links.get(one.caseId) }));
    const last = known.slice(-1).flatMap((one) => changesOf(one.caseId, one));
    compared = 0;
    await relinkCases(known, last, defaultSettings, counting);
    expect(compared).toBeLessThanOrEqual(21 * 20);
  });
});
