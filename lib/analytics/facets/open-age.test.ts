import { describe, expect, it } from "vitest";
import { createColumns, flags } from "../case-table/columns";
import { openAgeCode, openAges, encodeOpenAge } from "./open-age";

const dayUs = 86_400_000_000;

/** The ages of a case opened at 0, by day. */
function agesOf(
  change: { flags?: number; openedUs?: number; closedUs?: number; reopenedUs?: number },
  days: number[],
) {
  const columns = createColumns(1);
  columns.flags[0] = change.flags ?? flags.closedBySomeone;
  columns.openedUs[0] = change.openedUs ?? 0;
  columns.closedUs[0] = change.closedUs ?? Infinity;
  columns.reopenedUs[0] = change.reopenedUs ?? Infinity;
  return days.map((day) => openAges[openAgeCode(columns, 0, day * dayUs)]);
}

describe("the age of an open case", () => {
  it("changes at one, three, seven, fourteen and thirty days, until it is closed", () => {
    expect(agesOf({}, [0, 1, 3, 6.9, 7, 14, 29.9, 30])).toEqual([
      "day",
      "3d",
      "7d",
      "7d",
      "14d",
      "30d",
      "30d",
      "older",
    ]);
    expect(agesOf({ closedUs: 8 * dayUs }, [7, 8, 30])).toEqual(["14d", "closed", "closed"]);
    const silent = { flags: flags.closedBySilence, closedUs: 2 * dayUs };
    expect(agesOf(silent, [1, 7])).toEqual(["3d", "14d"]);
  });

  it("is unknown where the case was opened again, or nobody knows when it was opened", () => {
    const again = { closedUs: 2 * dayUs, reopenedUs: 3 * dayUs };
    expect(agesOf(again, [1, 2, 3])).toEqual(["3d", "closed", "unknown"]);
    expect(agesOf({ openedUs: NaN }, [1])).toEqual(["unknown"]);
  });

  it("is due to change at those instants", () => {
    const columns = createColumns(1);
    const due: number[] = [];
    columns.openedUs[0] = dayUs;
    encodeOpenAge(columns, 0, (instant) => due.push(instant));
    expect(due).toEqual([2, 4, 8, 15, 31].map((day) => day * dayUs));
  });
});
