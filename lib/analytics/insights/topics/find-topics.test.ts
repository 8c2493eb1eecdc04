import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { everyCase } from "../../filter/cases-query";
import { readInsightFacts } from "../../load/insight-cases";
import { readSnapshot } from "../../load/read-snapshot";
import { readOpenings } from "@/lib/store/cases/read-openings";
import { findTopics, topicNamed, type Opening, type Topics } from "./find-topics";

const weekUs = 7 * 86_400_000_000;
let openings: readonly Opening[] = [];
let openedUs: ReadonlyMap<number, number> = new Map();
let found: Topics;

beforeAll(async () => {
  const { db, seen } = await demoWorkspace();
  const { topics } = await readInsightFacts(seen, demoSeed.endUs);
  const keys = [...topics.ofCase.keys(), ...topics.without.keys()];
  openings = await readOpenings(db, keys);
  openedUs = await readSnapshot(
    seen,
    everyCase,
    demoSeed.endUs,
    ({ table }) => new Map(keys.map((key) => [key, table.columns.openedUs[key] ?? 0])),
  );
  found = findTopics(openings);
});

/** Cases as they begin, each of another customer. */
function said(texts: readonly string[], from = 0): readonly Opening[] {
  return texts.map((text, at) => ({
    key: from + at,
    customerId: `C${String(from + at)}`,
    messages: [text],
  }));
}

/** Cases about five other things, so that no phrase is of too many. */
const background = [
  "The parcel never arrived at my door.",
  "My router blinks orange all evening.",
  "Please cancel the gym subscription.",
  "The password reset link expired.",
  "Our technician missed the appointment.",
].flatMap((text, at) =>
  said(
    Array.from({ length: 12 }, () => text),
    1_000 * (at + 1),
  ),
);

const repeated = (text: string, count: number) => Array.from({ length: count }, () => text);

describe("findTopics", () => {
  it("names the demo's topics by customers' words", () => {
    const names = found.topics.map(({ name }) => name);
    for (const expected of ["late fee", "line drops", "cancelled order", "payment plan"])
      expect(names).toContain(expected);
    expect(topicNamed(found, "line drops")?.cases.length).toBeGreaterThan(20);
  });

  it("is a function of the set of cases, whatever their order", () => {
    const some = openings.slice(0, 150);
    const whole = findTopics(some);
    const places = fc.shuffledSubarray([...some.keys()], {
      minLength: some.length,
      maxLength: some.length,
    });
    fc.assert(
      fc.property(places, (order) => {
        expect(findTopics(order.flatMap((at) => some[at] ?? []))).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it("finds a topic by any form of its phrases", () => {
    const cases = [
      ...said(repeated("My invoice has a late fee.", 6)),
      ...said(repeated("Late fees on the invoice again?", 3), 100),
      ...background,
    ];
    const topics = findTopics(cases);
    expect(topicNamed(topics, "Late Fees")?.cases).toHaveLength(9);
    expect(topicNamed(topics, "late fee")).toBe(topicNamed(topics, "late fees"));
    expect(topicNamed(topics, "broken window")).toBeUndefined();
  });

  it("forces no topic on cases that say what no others say", () => {
    const topics = findTopics([
      ...background,
      ...said(["Violets bloom under ancient bridges", "Hello!", "Thanks"], 100),
      ...said(["Ich habe meine Rechnung nicht bekommen und ich bin nicht zufrieden"], 110),
    ]);
    expect(Object.fromEntries(topics.without)).toEqual({
      ...{ 100: "no-topic", 101: "no-words", 102: "no-words" },
      110: "other-language",
    });
  });

  it("counts no phrase of fewer than three customers, nor ids and masked values", () => {
    const household = said(repeated("The piano tuner broke a string.", 12)).map((each) => ({
      ...each,
      customerId: "C1",
    }));
    const ids = said(
      repeated("Invoice INV-123456 of <PERSON:0123456789abcdef> is wrong somehow", 12),
      50,
    );
    const topics = findTopics([...household, ...ids, ...background]);
    const words = topics.topics.flatMap(({ name, also }) => [name, ...also]).join(" ");
    expect(words).not.toMatch(/piano|\d|person/iu);
  });

  it("keeps most cases of the demo in their topic when a week is dropped", () => {
    const lastUs = Math.max(...openedUs.values());
    const kept = Array.from({ length: 10 }, (_, back) => {
      const [fromUs, toUs] = [lastUs - (back + 1) * weekUs, lastUs - back * weekUs];
      const others = openings.filter(({ key }) => {
        const at = openedUs.get(key) ?? 0;
        return at <= fromUs || at > toUs;
      });
      return shareKept(others, findTopics(others));
    });
    expect(Math.min(...kept)).toBeGreaterThan(0.8);
    expect(kept.reduce((sum, each) => sum + each, 0) / kept.length).toBeGreaterThan(0.86);
  });

  /** The share of cases whose topic is the one that holds most of those that it was of; or none, as before. */
  function shareKept(cases: readonly Opening[], now: Topics): number {
    const pairs = new Map<string, number>();
    for (const { key } of cases) {
      const name = `${String(found.ofCase.get(key))} ${String(now.ofCase.get(key))}`;
      pairs.set(name, (pairs.get(name) ?? 0) + 1);
    }
    const used = new Set<string>();
    let count = 0;
    for (const [name, size] of [...pairs].sort((a, b) => b[1] - a[1])) {
      const [before = "", after = ""] = name.split(" ");
      const isNone = before === "undefined" || after === "undefined";
      if (isNone ? before !== after : used.has(`b${before}`) || used.has(`a${after}`)) continue;
      used.add(`b${before}`).add(`a${after}`);
      count += size;
    }
    return count / cases.length;
  }
});
