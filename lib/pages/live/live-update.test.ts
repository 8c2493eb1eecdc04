import fc from "fast-check";
import { expect, it } from "vitest";
import { liveRow } from "@/lib/testing/live/live-row";
import type { LiveModel } from "./live-model";
import { applyLiveUpdate, createLiveDiff, type LiveUpdate } from "./live-update";
import { liveCodec } from "./url";

const base: LiveModel = {
  ...{ query: liveCodec.defaultValue, viewer: "p-1", asOfUs: 1, sequence: 1, asOfWords: "now" },
  ...{ lead: "Nothing needs a person now.", rest: "", tabs: [], filters: [], found: "" },
  ...{
    sections: [],
    left: null,
    rows: [],
    log: [],
    empty: "",
    caveat: "",
    isWorkspaceEmpty: false,
  },
  pagination: { page: 1, pageSize: 50, total: 0, previousHref: null, nextHref: null },
};

const row = fc
  .tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("waiting", "overdue"))
  .map(([caseId, sentence]) => liveRow(caseId, { sentence }));
const model = fc
  .record({
    rows: fc.uniqueArray(row, { selector: ({ caseId }) => caseId }),
    lead: fc.constantFrom("1 case", "2 cases"),
    sections: fc.constantFrom([], [{ key: "other" as const, words: "Other", count: "1" }]),
  })
  .map((changed): LiveModel => ({ ...base, ...changed }));

const sent = (update: LiveUpdate) => JSON.parse(JSON.stringify(update)) as LiveUpdate;

it("makes of the updates that were sent the list that was read, whatever changed", () => {
  fc.assert(
    fc.property(fc.array(model, { minLength: 1 }), (models) => {
      const diff = createLiveDiff();
      let page = base;
      for (const each of models) {
        const update = diff(each);
        if (update !== null) page = applyLiveUpdate(page, sent(update));
        expect(page).toEqual(each);
      }
    }),
  );
});

it("sends nothing where only the time went on, and only the row that changed", () => {
  const diff = createLiveDiff();
  const rows = [liveRow("a"), liveRow("b")];
  expect(diff({ ...base, rows })).toMatchObject({ isWhole: true, order: ["a", "b"] });
  expect(diff({ ...base, rows: [liveRow("a"), liveRow("b")], asOfUs: 2, sequence: 2 })).toBe(null);
  const note = "Called her back.";
  expect(diff({ ...base, asOfUs: 3, rows: [liveRow("a"), liveRow("b", { note })] })).toEqual({
    ...{ isWhole: false, head: { asOfUs: 3, sequence: 1 } },
    ...{ order: ["a", "b"], rows: [liveRow("b", { note })] },
  });
});

it("keeps the rows that did not change as they are", () => {
  const known = { ...base, rows: [liveRow("a"), liveRow("b")] };
  const update = { isWhole: false, head: {}, order: ["b", "a"], rows: [liveRow("b")] };
  expect(applyLiveUpdate(known, update).rows[1]).toBe(known.rows[0]);
});
