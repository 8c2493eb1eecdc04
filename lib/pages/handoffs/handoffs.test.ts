import fc from "fast-check";
import { expect, it } from "vitest";
import { promiseStateAt } from "@/lib/domain/case/case-promise";
import { noteActs } from "@/lib/domain/case/contact-style";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { childRows } from "@/lib/testing/child-rows";
import { groupBy } from "@/lib/format/group-by";
import { createCaseTable, putCases, advanceAsOf } from "@/lib/analytics/case-table/case-table";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { ownerOf } from "@/lib/analytics/select/select-children";
import { countsOf } from "@/lib/analytics/counts/counts";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { countedFates, type HandoffRow } from "@/lib/analytics/rows/handoff-row";
import {
  findRepetition,
  mostRepeatingPair,
  repetitionsOf,
} from "@/lib/analytics/handoffs/find-repetitions";
import {
  tallyHandoffs,
  type FateCounts,
  type HandoffGroup,
} from "@/lib/analytics/handoffs/tally-handoffs";
import {
  listPromises,
  promiseTabs,
  tallyNotes,
  tallyPromises,
} from "@/lib/analytics/handoffs/tally-promises";

const row = fc
  .tuple(caseTableRows, childRows)
  .map(([each, children]): CaseTableRow => ({ ...each, ...children }));
const cases = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 12 });
const asOfUs = 6 * 86_400_000_000;

function tableOf(rows: readonly CaseTableRow[]) {
  const table = createCaseTable();
  advanceAsOf(table, asOfUs);
  putCases(table, rows);
  return { table, keys: Uint32Array.from(rows.map(({ key }) => key)).sort() };
}

function fateOf(rows: readonly HandoffRow[], fate: keyof FateCounts): number {
  const at = countedFates.indexOf(fate);
  return rows.reduce(
    (sum, { facts }) => sum + facts.reduce((all, ofKind) => all + (ofKind[at] ?? 0), 0),
    0,
  );
}

/** Facts that tell whether context was kept: what was said again unasked does not. */
function telling(rows: readonly HandoffRow[]): number {
  return countedFates.reduce(
    (sum, fate) => sum + (fate === "said-again" ? 0 : fateOf(rows, fate)),
    0,
  );
}

function expectGroup(group: HandoffGroup, rows: readonly HandoffRow[]): void {
  expect(group.handoffs).toBe(rows.length);
  const facts = countedFates.map((fate) => fateOf(rows, fate));
  expect(countedFates.map((fate) => group.fates[fate])).toEqual(facts);
  expect(group.kept.hits).toBe(fateOf(rows, "carried"));
  expect(group.kept.of).toBe(telling(rows));
}

it("handoffs are counted as one counts them by hand, whichever way they are grouped", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const { table, keys } = tableOf(rows);
      const tally = tallyHandoffs(table, keys);
      const all = rows.flatMap(({ handoffRows }) => handoffRows);
      expectGroup(tally.all, all);
      for (const pair of tally.pairs) {
        const own = all.filter(({ from, to }) => from === pair.from && to === pair.to);
        expectGroup(pair, own);
      }
      for (const each of tally.kinds) {
        expectGroup(
          each,
          all.filter(({ kind }) => kind === each.kind),
        );
      }
      for (const each of tally.directions) {
        const isOwn = ({ fromKind, toKind }: HandoffRow) =>
          fromKind === each.fromKind && toKind === each.toKind;
        expectGroup(each, all.filter(isOwn));
      }
      for (const each of tally.releases) {
        expectGroup(
          each,
          all.filter(({ release }) => (release ?? "") === each.release),
        );
      }
      for (const each of tally.teams) {
        expectGroup(
          each,
          all.filter(({ team }) => (team ?? "") === each.team),
        );
      }
      for (const { form, group } of tally.packets) {
        expectGroup(
          group,
          all.filter(({ packet }) => packet?.form === form),
        );
      }
      for (const { topic, count } of tally.topics) {
        expect(count).toBe(all.filter(({ packet }) => packet?.parts.includes(topic)).length);
      }
    }),
  );
});

it("what a customer has together is one cluster", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const { table, keys } = tableOf(rows);
      const { kept } = tallyHandoffs(table, keys).all;
      const metric = findMetric("context_retention");
      const figure = metric === null ? null : figureOf(metric, countsOf(table, keys));
      const customers = groupBy(rows, ({ customerId, key }) => customerId ?? String(key));
      const clusters = [...customers.values()].map((own) => {
        const handoffRows = own.flatMap((each) => each.handoffRows);
        return {
          y: fateOf(handoffRows, "carried"),
          x: telling(handoffRows),
        };
      });
      const sum = (of: (each: (typeof clusters)[number]) => number) =>
        clusters.reduce((all, each) => all + of(each), 0);
      const byHand = {
        ...{ hits: sum(({ y }) => y), of: sum(({ x }) => x) },
        hitsSquared: sum(({ y }) => y * y),
        product: sum(({ x, y }) => x * y),
        ofSquared: sum(({ x }) => x * x),
      };
      expect(kept).toEqual(byHand);
      expect(figure).toMatchObject({ sums: byHand });
    }),
  );
});

it("promises are counted by their state as of now, and listed in the order that helps", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...promiseTabs), (rows, tab) => {
      const { table, keys } = tableOf(rows);
      const tally = tallyPromises(table, keys);
      const all = rows.flatMap(({ promiseRows }) => promiseRows);
      const stateOf = (each: (typeof all)[number]) => promiseStateAt(each, asOfUs);
      expect(tally.all).toBe(all.length);
      for (const [state, count] of Object.entries(tally.states)) {
        expect(count).toBe(all.filter((each) => stateOf(each) === state).length);
      }
      expect(tally.kept.hits).toBe(tally.states.kept);
      const { kept, late, broken, overdue: missed } = tally.states;
      expect(tally.kept.of).toBe(kept + late + broken + missed);

      const { total, places } = listPromises(table, keys, tab, 0, 100);
      const listed = Array.from(places, (place) => {
        const { key, index } = ownerOf(table.promises, place);
        const found = rows.find((each) => each.key === key)?.promiseRows[index];
        if (found === undefined) throw new Error("A promise is of no case.");
        return found;
      });
      expect(listed).toHaveLength(total);
      const wanted = {
        due: all.filter((each) => {
          const state = stateOf(each);
          if (state === "open") return each.dueUs !== null;
          return state === "overdue" || state === "broken";
        }),
        kept: all.filter((each) => stateOf(each) === "kept"),
        all,
      };
      expect(total).toBe(wanted[tab].length);
      const order = ["overdue", "open", "broken", "late", "kept", "unknown"];
      const ranks = listed.map((each) => order.indexOf(stateOf(each)));
      expect(ranks).toEqual(ranks.toSorted((one, two) => one - two));
      const overdue = listed.filter((each) => stateOf(each) === "overdue");
      const dues = overdue.map(({ dueUs }) => dueUs ?? 0);
      expect(dues).toEqual(dues.toSorted((one, two) => one - two));
    }),
  );
});

it("finds every handoff of a pair that asked again, the latest first", () => {
  fc.assert(
    fc.property(cases, fc.nat(3), (rows, at) => {
      const { table, keys } = tableOf(rows);
      const pair = { from: "chat", to: "voice" } as const;
      const wanted = rows.flatMap(({ handoffRows }) =>
        handoffRows.filter(
          (each) =>
            each.from === pair.from && each.to === pair.to && each.verdict === "asked-again",
        ),
      );
      const found = findRepetition(table, repetitionsOf(table, keys), { ...pair, at });
      expect(found.total).toBe(wanted.length);
      if (wanted.length === 0) {
        expect(found.handoff).toBeNull();
        return;
      }
      const latest = wanted.toSorted((one, two) => two.atUs - one.atUs);
      const own = rows.find(({ key }) => key === found.handoff?.key)?.handoffRows;
      const shown = own?.find(({ ordinal }) => ordinal === found.handoff?.ordinal);
      expect(shown?.atUs).toBe(latest[Math.min(at, latest.length - 1)]?.atUs);
    }),
  );
});

it("opens at the pair of channels whose handoffs asked again most often", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const { table, keys } = tableOf(rows);
      const asked = rows.flatMap(({ handoffRows }) =>
        handoffRows.filter(({ verdict }) => verdict === "asked-again"),
      );
      const timesOf = (pair: { readonly from: string; readonly to: string }) =>
        asked.filter(({ from, to }) => from === pair.from && to === pair.to).length;
      const pair = mostRepeatingPair(table, repetitionsOf(table, keys));
      expect(pair === null ? 0 : timesOf(pair)).toBe(Math.max(0, ...asked.map(timesOf)));
    }),
  );
});

it("notes are counted by channel, and contacts of which nothing tells apart", () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const { table, keys } = tableOf(rows);
      const counts = tallyNotes(table, keys, noteActs.length);
      const all = rows.flatMap(({ contactRows }) => contactRows);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      const chat = noteActs.map(
        (act) => all.filter(({ channel, notes }) => channel === "chat" && notes === act).length,
      );
      expect([...counts.subarray(noteActs.length, 2 * noteActs.length)]).toEqual(chat);
    }),
  );
});
