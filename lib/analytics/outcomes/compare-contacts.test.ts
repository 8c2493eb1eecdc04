import { describe, expect, it } from "vitest";
import { sumsOf } from "@/lib/stats/sums";
import type { Cell } from "./cell-sums";
import { caseContacts, contactsByFirst, contactsChange, meanContacts } from "./compare-contacts";

const cell = (type: string, first: Cell["first"], contacts: readonly number[]): Cell => ({
  ...{ type, first, rate: { hits: 0, of: contacts.length }, contacts: sumsOf(contacts) },
});
const times = (count: number, ...values: readonly number[]) =>
  Array.from({ length: count }, () => values).flat();
const cells = [
  cell("outage", "voice", times(20, 3, 5)),
  cell("outage", "chat", times(20, 3, 5)),
  cell("refund", "voice", times(5, 1, 3)),
  cell("refund", "chat", times(45, 1, 1)),
];
const none = new Map<string, never>();

describe("contacts per case by first channel", () => {
  it("are compared with what is usual for the case types, not with the other channel", () => {
    const contacts = caseContacts({ cells, metrics: none });
    expect(meanContacts(contacts)).toBeCloseTo((320 + 20 + 90 + 0) / 180 + 0, 9);
    const [chat, voice] = ["chat", "voice"].map((first) =>
      contactsByFirst(contacts).find((each) => each.first === first),
    );
    // Refunds take 110 contacts in 100 cases, outages 4 each.
    expect(voice?.standard.expected).toBeCloseTo(40 * 4 + 10 * 1.1, 9);
    expect(voice?.difference.value).toBeCloseTo((180 - 171) / 50, 9);
    expect(chat?.difference.value).toBeCloseTo((250 - 259) / 130, 9);
  });

  it("are less sure where customers have several cases", () => {
    const alone = caseContacts({ cells, metrics: none });
    const figure = {
      ...{ of: 180, waiting: 0, unknown: 0, median: 2, medianInterval: null },
      p90: 5,
    };
    const [value, reach] = [meanContacts(alone), 1];
    const mean = { value, interval: [value - reach, value + reach] } as const;
    const metrics = new Map([
      [
        "touchpoints_per_case",
        { ...figure, unit: "contacts", mean, per: null, currency: null },
      ] as const,
    ]);
    const together = caseContacts({ cells, metrics });
    expect(alone.designEffect).toBe(1);
    expect(together.designEffect).toBeGreaterThan(10);
    const width = (of: typeof alone) => {
      const [low = 0, high = 0] = contactsByFirst(of)[0]?.difference.interval ?? [];
      return high - low;
    };
    expect(width(together)).toBeCloseTo(width(alone) * Math.sqrt(together.designEffect), 9);
  });
});

describe("the change of contacts per case", () => {
  it("is none where only the mix of case types changed", () => {
    const [outage, refund] = [times(10, 3, 5), times(10, 1, 2)];
    const [mostly, hardly] = [
      [cell("outage", "chat", [...outage, ...outage]), cell("refund", "chat", refund)],
      [cell("outage", "chat", outage), cell("refund", "chat", [...refund, ...refund])],
    ].map((each) => caseContacts({ cells: each, metrics: none }));
    if (mostly === undefined || hardly === undefined) throw new Error("there are two");
    expect(contactsChange(mostly, hardly)?.value).toBeCloseTo(0, 9);
    expect(meanContacts(mostly)).toBeGreaterThan(meanContacts(hardly));
    expect(contactsChange(mostly, { ...hardly, cells: [] })).toBeNull();
  });
});
