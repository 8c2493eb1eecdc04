import { describe, expect, it } from "vitest";
import { defaultSettings, type CostRates } from "@/lib/domain/settings/settings";
import { someContact } from "@/lib/testing/spans/some-contacts";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import type { ContactRow } from "../rows/contact-row";
import { countsOf } from "../counts/counts";
import type { AmountFigure } from "./figure";
import { figureOf } from "./figure-of";
import { resolvedCase } from "@/lib/testing/cases/case-table-rows";
import { findMetric } from "./metrics";

const dayUs = 86_400_000_000;
const contact: ContactRow = { ...someContact, handledUs: 0 };
/** Three minutes of a person's time. */
const call: ContactRow = { ...contact, ordinal: 1, channel: "voice", agents: "human" };
const callOfThree = { ...call, humanUs: 180_000_000 };

const row: CaseTableRow = { ...resolvedCase, contactRows: [contact] };
const failed: CaseTableRow = {
  ...{ ...row, key: 2, customerId: "bea", evidence: "none", contactRows: [contact, callOfThree] },
};

const rates: CostRates = {
  ...{ currency: "EUR", perAiTouchpoint: 0.5, perHumanMinute: 2 },
  perTouchpoint: { ...defaultSettings.costRates.perTouchpoint, chat: 0, voice: 0.25 },
};

function costOf(rows: readonly CaseTableRow[], at: CostRates | null): AmountFigure {
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, 30 * dayUs);
  table.rates = at;
  const keys = Uint32Array.from(rows, ({ key }) => key);
  const metric = findMetric("cost_per_resolution");
  const figure = metric === null ? null : figureOf(metric, countsOf(table, keys));
  if (figure === null || figure.unit === "share" || figure.unit === "ratio")
    throw new Error("No amount was computed.");
  return figure;
}

describe("what a resolution costs", () => {
  it("is all that was spent, on cases that failed too, by those that were resolved", () => {
    // One chat by AI; and one that failed, with a call of three minutes after it.
    const { mean, per, currency } = costOf([row, failed], rates);
    expect(per).toEqual({ count: 1, total: 0.5 + 0.5 + 0.25 + 6 });
    expect([mean?.value, currency]).toEqual([7.25, "EUR"]);
  });

  it("is unknown where a rate that is needed is missing, or nothing was resolved", () => {
    const noMinutes = { ...rates, perHumanMinute: null };
    expect(costOf([row, failed], noMinutes).mean).toBeNull();
    expect(costOf([row, { ...row, key: 3, customerId: "bea" }], noMinutes).mean?.value).toBe(0.5);
    expect(costOf([failed], rates).mean).toBeNull();
    expect(costOf([row, failed], null)).toMatchObject({ mean: null, currency: null });
  });
});
