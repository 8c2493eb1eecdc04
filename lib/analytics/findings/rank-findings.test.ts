import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { seededRandom } from "@/lib/testing/seeded-random";
import type { Compared, FindingTopic } from "./finding";
import { rankFindings, topFindings } from "./rank-findings";

const share = (
  topic: FindingTopic,
  value: string,
  [hits, of]: readonly [number, number],
  [otherHits, otherOf]: readonly [number, number],
): Compared => {
  const [own, other] = [clusterSums(hits, of), clusterSums(otherHits, otherOf)];
  return {
    topic,
    value,
    cases: of,
    isNamed: true,
    figure: { kind: "share", own, other, worse: "lower" },
  };
};
const outage = share("sla-by-type", "outage", [20, 100], [700, 1000]);
const chat = share("resolution-by-first", "chat", [300, 900], [600, 1000]);
const slight = share("resolution-by-type", "refund", [40, 100], [50, 100]);

describe("rankFindings", () => {
  it("puts the certain first, then the larger, in cases a month", () => {
    const { ranked, compared } = rankFindings([slight, outage, chat], 3);
    expect(compared).toBe(3);
    expect(ranked.map(({ id, certainty }) => [id, certainty])).toEqual([
      ["resolution-by-first/chat", "certain"],
      ["sla-by-type/outage", "certain"],
      ["resolution-by-type/refund", "open"],
    ]);
    expect(ranked.map(({ perMonth }) => Math.round(perMonth))).toEqual([80, 17, 3]);
  });

  it("leaves out what is better, and what has too few to compare", () => {
    const better = share("sla-by-type", "refund", [90, 100], [100, 1000]);
    const few = share("sla-by-type", "billing", [0, 9], [900, 1000]);
    const silent = share("resolution-by-first", "sms", [0, 400], [9, 400]);
    expect(rankFindings([better, few, silent], 1)).toEqual({ ranked: [], compared: 1 });
    const higher = { ...slight, figure: { ...slight.figure, worse: "higher" } } as Compared;
    expect(rankFindings([higher], 1).ranked).toEqual([]);
  });

  it("calls likely what stands out among its topic only, the stricter the larger the topic", () => {
    const one = share("sla-by-first", "chat", [40, 100], [56, 100]);
    const others = Array.from({ length: 60 }, (_, at) =>
      share("sla-by-first", String(at), [60, 100], [50, 100]),
    );
    const certaintyIn = (compared: readonly Compared[]) =>
      rankFindings(compared, 1).ranked[0]?.certainty;
    expect(certaintyIn([one])).toBe("likely");
    expect(certaintyIn([one, ...others])).toBe("open");
    expect(certaintyIn([share("sla-by-first", "chat", [30, 100], [56, 100])])).toBe("certain");
  });

  it("ranks contacts per case by the cases that as many contacts would serve", () => {
    const contacts = (value: string, difference: number, reach: number): Compared => ({
      ...{ topic: "contacts-by-first", value, cases: 100, isNamed: true },
      figure: {
        ...{ kind: "contacts", own: 2 + difference, usual: 2, perCase: 2 },
        difference: {
          value: difference,
          interval: [difference - reach, difference + reach],
        },
      },
    });
    const { ranked, compared } = rankFindings(
      [contacts("voice", 0.6, 0.2), contacts("email", 0.6, 0.5), contacts("chat", -0.4, 0.1)],
      2,
    );
    expect(compared).toBe(3);
    expect(ranked.map(({ id, certainty, perMonth }) => [id, certainty, perMonth])).toEqual([
      ["contacts-by-first/voice", "certain", 15],
      ["contacts-by-first/email", "open", 15],
    ]);
  });

  it("takes customers with several cases as one each", () => {
    const together = (hits: number, of: number) => clusterSums(hits, of, 50);
    const clustered: Compared = {
      ...outage,
      figure: { kind: "share", own: together(20, 100), other: together(700, 1000), worse: "lower" },
    };
    expect(rankFindings([clustered], 1).ranked[0]?.certainty).not.toBe("certain");
  });

  it("tells a persona by its alarm and the contacts off its contract", () => {
    const drift = { kind: "weekly" } as Extract<Compared["figure"], { kind: "persona" }>["drift"];
    const persona = { kind: "persona", channel: "chat", attribute: "formality", drift } as const;
    const of = (effect: { readonly chance: number } | null): Compared => ({
      ...{ topic: "persona", value: "chat", cases: 60, isNamed: true },
      figure: { ...persona, effect, off: 0.5 },
    });
    expect(rankFindings([of({ chance: 1e-9 })], 3).ranked[0]).toMatchObject({
      ...{ id: "persona/chat", certainty: "certain", perMonth: 10 },
    });
    expect(rankFindings([of(null)], 3)).toEqual({ ranked: [], compared: 1 });
  });

  it("does not depend on the order", () => {
    const all = [
      outage,
      chat,
      slight,
      share("resolution-by-path", "chat>voice", [1, 50], [60, 99]),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(rankFindings(shuffled, 2).ranked).toEqual(rankFindings(all, 2).ranked);
      }),
    );
  });

  it("finds nothing certain in 19 of 20 sets without a difference", () => {
    const random = seededRandom(5);
    const draw = (of: number): readonly [number, number] => {
      let hits = 0;
      for (let at = 0; at < of; at += 1) hits += Number(random.below(10) < 6);
      return [hits, of];
    };
    let found = 0;
    for (let set = 0; set < 300; set += 1) {
      const compared = Array.from({ length: 150 }, (_, at) =>
        share("sla-by-type", String(at), draw(120), draw(900)),
      );
      found += Number(rankFindings(compared, 3).ranked[0]?.certainty === "certain");
    }
    expect(found).toBeLessThanOrEqual(15 + 2 * Math.sqrt(15));
  });
});

describe("topFindings", () => {
  it("takes the first of each measure before the second of one, and what may be chance only alone", () => {
    const voice = share("resolution-by-first", "voice", [300, 800], [600, 1000]);
    const context = share("context-by-pair", "chat>voice", [20, 60], [60, 99]);
    const all = [chat, voice, outage, slight, context];
    const findings = rankFindings(all, 1);
    const ids = (most: number) => topFindings(findings, most).map(({ id }) => id);
    expect(ids(3)).toEqual([
      ...["resolution-by-first/chat", "sla-by-type/outage", "context-by-pair/chat>voice"],
    ]);
    expect(ids(9)).toEqual([
      ...["resolution-by-first/chat", "resolution-by-first/voice"],
      ...["sla-by-type/outage", "context-by-pair/chat>voice"],
    ]);
    expect(topFindings(rankFindings([slight], 1), 3).map(({ id }) => id)).toEqual([
      "resolution-by-type/refund",
    ]);
    expect(topFindings(rankFindings([slight], 12), 3)).toEqual([]);
  });
});
