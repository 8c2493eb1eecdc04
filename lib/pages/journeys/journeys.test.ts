import { initiatorOfMove } from "@/lib/domain/case/initiator-of-move";
import fc from "fast-check";
import { expect, it } from "vitest";
import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { contactRowLists } from "@/lib/testing/child-rows";
import { createCaseTable, putCases, advanceAsOf } from "@/lib/analytics/case-table/case-table";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { listedCases } from "@/lib/analytics/counts/case-set";
import { breakdown } from "@/lib/analytics/ask/breakdown";
import type { HandoffRow } from "@/lib/analytics/rows/handoff-row";
import { moveRates } from "@/lib/analytics/journeys/move-rates";
import { journeyOrders, sampleJourneys } from "@/lib/analytics/journeys/sample-journeys";
import { flowEnds, flowSteps, tallyFlow } from "@/lib/analytics/journeys/tally-flow";
import { starters, tallyMoves } from "@/lib/analytics/journeys/tally-moves";
import { tallyVariants } from "@/lib/analytics/journeys/tally-variants";
import { valuesOf } from "@/lib/analytics/case-table/dictionary";

const row = fc
  .record({ row: caseTableRows, contactRows: contactRowLists })
  .map(({ row: each, contactRows }): CaseTableRow => ({
    ...each,
    contactRows,
    channels: contactRows.map(({ channel }) => channel),
    touchpoints: contactRows.length,
  }));
const cases = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 20 });

function tableOf(rows: readonly CaseTableRow[]) {
  const table = createCaseTable();
  advanceAsOf(table, 6);
  putCases(table, rows);
  const keys = Uint32Array.from(rows.map(({ key }) => key).toSorted((one, two) => one - two));
  return { table, keys };
}

it("moves are counted as one counts them by hand, by whoever started them", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...starters), (rows, starter) => {
      const { table, keys } = tableOf(rows);
      const byHand = rows.flatMap(({ key, contactRows }) =>
        contactRows.slice(1).flatMap((to, index) => {
          const from = contactRows[index];
          if (from === undefined) return [];
          const gapUs = Math.max(0, to.startUs - from.endUs);
          const by = initiatorOfMove({
            ...{ isPassedOn: from.isTransferred, initiator: to.initiator, gapUs },
          });
          if (starter !== "all" && by !== starter) return [];
          return [{ key, pair: `${from.channel}>${to.channel}`, gapUs }];
        }),
      );
      const moves = tallyMoves(table, keys, starter);
      expect(moves.reduce((sum, { count }) => sum + count, 0)).toBe(byHand.length);
      for (const { from, to, count, cases: found, resolved, repeated, medianGapUs } of moves) {
        const own = byHand.filter(({ pair }) => pair === `${from}>${to}`);
        expect(count).toBe(own.length);
        expect(found).toBe(new Set(own.map(({ key }) => key)).size);
        expect(resolved.of).toBeLessThanOrEqual(found);
        expect(repeated.of).toBe(0);
        const gaps = own.map(({ gapUs }) => gapUs).toSorted((one, two) => one - two);
        const upper = gaps[gaps.length >> 1] ?? NaN;
        const lower = gaps[(gaps.length - 1) >> 1] ?? NaN;
        expect(medianGapUs / 1e6).toBeCloseTo((upper + lower) / 2e6, 0);
      }
    }),
  );
});

const minuteUs = 60_000_000;

it("a move has the verdict of its own handoff, not of one inside the contact before", () => {
  const [base] = fc.sample(caseTableRows, { numRuns: 1, seed: 3 });
  const [contact] = fc.sample(
    contactRowLists.filter((rows) => rows.length > 0),
    { numRuns: 1, seed: 3 },
  );
  const [first] = contact ?? [];
  if (base === undefined || first === undefined) throw new Error("Nothing was sampled.");
  const at = (startUs: number) => ({
    ...first,
    ...({ channel: "chat", startUs, endUs: startUs + 5 * minuteUs, isTransferred: false } as const),
  });
  const handoff = (
    kind: (typeof handoffKinds)[number],
    atUs: number,
    verdict: "kept" | "asked-again",
  ): HandoffRow => ({
    ...{ ordinal: 0, kind, from: "chat", to: "chat", fromKind: "ai", toKind: "human" },
    ...{
      initiator: "unknown",
      atUs,
      gapUs: 0,
      verdict,
      facts: [],
      packet: null,
      release: null,
      team: null,
      context: null,
    },
  });
  const { table, keys } = tableOf([
    {
      ...base,
      contactRows: [at(0), at(60 * minuteUs)],
      handoffRows: [
        handoff("ai-to-human", 2 * minuteUs, "kept"),
        handoff("return", 60 * minuteUs, "asked-again"),
      ],
    },
  ]);
  const [move] = tallyMoves(table, keys, "all");
  expect(move).toMatchObject({ count: 1, cases: 1, repeated: { hits: 1, of: 1 } });
  expect(move?.medianGapUs).toBe(55 * minuteUs);
});

it("as many cases leave a step as reach it, and every case ends once", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(0, 0.02, 0.3), (rows, foldBelow) => {
      const { table, keys } = tableOf(rows);
      const flow = tallyFlow(table, keys, foldBelow);
      expect(flow.cases + flow.without).toBe(rows.length);
      const sum = (told: typeof flow.links) => told.reduce((all, each) => all + each.cases, 0);
      const isEnd = (point: string) => flowEnds.some((end) => end === point);
      expect(sum(flow.links.filter(({ to }) => isEnd(to)))).toBe(flow.cases);
      for (let step = 1; step <= flowSteps; step += 1) {
        for (const point of [...channels, "other", "later"]) {
          const reached = flow.links.filter((each) => each.step === step - 1 && each.to === point);
          const left = flow.links.filter((each) => each.step === step && each.from === point);
          expect(sum(left)).toBe(sum(reached));
        }
      }
    }),
  );
});

it("a path has its cases and its contacts", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const { table, keys } = tableOf(rows);
      const { top, switched, paths } = tallyVariants(table, keys, 100);
      const withContact = rows.filter(({ channels: own }) => own.length > 0);
      expect(switched).toEqual({
        of: withContact.length,
        hits: withContact.filter(({ channels: own }) => new Set(own).size > 1).length,
      });
      expect(paths).toBe(top.length);
      expect(top.reduce((sum, each) => sum + each.cases, 0)).toBe(withContact.length);
      expect(top.reduce((sum, each) => sum + each.contacts, 0)).toBe(
        withContact.reduce((sum, each) => sum + each.touchpoints, 0),
      );
    }),
  );
});

it("paths and changes of channel have their mature cases, customer by customer", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...starters), (rows, starter) => {
      const { table, keys } = tableOf(rows);
      const set = listedCases(table, keys);
      const { customer, outcome, journey } = table.columns;
      const byHand = (isIn: (key: number) => boolean) => {
        const ofCustomer = new Map<number, { hits: number; of: number }>();
        for (const key of keys) {
          const isHit = isResolved(outcomes[outcome[key] ?? 0] ?? "unknown");
          if (isHit === null || !isIn(key)) continue;
          const own = ofCustomer.get(customer[key] ?? 0) ?? { hits: 0, of: 0 };
          const added = { hits: own.hits + Number(isHit), of: own.of + 1 };
          ofCustomer.set(customer[key] ?? 0, added);
        }
        const sum = (value: (own: { hits: number; of: number }) => number) =>
          [...ofCustomer.values()].reduce((all, own) => all + value(own), 0);
        return {
          ...{ hits: sum(({ hits }) => hits), of: sum(({ of }) => of) },
          hitsSquared: sum(({ hits }) => hits ** 2),
          product: sum(({ hits, of }) => hits * of),
          ofSquared: sum(({ of }) => of ** 2),
        };
      };
      const paths = breakdown(set, { metric: "case_resolution_rate", facet: "path" });
      const pathOf = (key: number) =>
        valuesOf(table.dictionaries.journey, "path", journey[key] ?? 0)[0] ?? "";
      expect(paths.all).toEqual(byHand(() => true));
      for (const { value, sums } of paths.groups) {
        expect(sums).toEqual(byHand((key) => pathOf(key) === value));
      }
      const changes = moveRates(set, tallyMoves(table, keys, starter), starter, paths.all);
      expect(changes.all).toEqual(paths.all);
      for (const { from, to, sums } of changes.groups) {
        const went = rows.filter(({ contactRows }) =>
          contactRows.some((contact, at) => {
            const next = contactRows[at + 1];
            if (next === undefined || contact.channel !== from || next.channel !== to) return false;
            const by = initiatorOfMove({
              ...{ isPassedOn: contact.isTransferred, initiator: next.initiator },
              gapUs: next.startUs - contact.endUs,
            });
            return starter === "all" || by === starter;
          }),
        );
        expect(sums).toEqual(byHand((key) => went.some((each) => each.key === key)));
      }
    }),
  );
});

it("the sample is the beginning of the order that was asked for", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...journeyOrders), (rows, order) => {
      const { table, keys } = tableOf(rows);
      const ranks = outcomes.map((_each, position) => position);
      const { all, journeys } = sampleJourneys(table, keys, order, { most: 5, ranks });
      expect(journeys).toHaveLength(Math.min(5, all));
      const values = journeys.map(({ contacts, outcome }) => {
        const startUs = contacts[0]?.startUs ?? 0;
        if (order === "opened") return -startUs;
        if (order === "duration") return startUs - (contacts.at(-1)?.startUs ?? 0);
        return ranks[outcomes.indexOf(outcome)] ?? 0;
      });
      expect(values).toEqual(values.toSorted((one, two) => one - two));
    }),
  );
});
