import { describe, expect, it } from "vitest";
import { listedRates } from "./list-prices";
import { listPricesDate } from "./list-prices-date";
import stored from "./list-prices.gen.json";
import headAlone from "./list-prices-head.gen.json";

const { head } = stored;
const models = Object.entries(stored.models);
const dates = head.versions.map((version) => version.slice(0, 10));

describe("the table of list prices", () => {
  it("is what its head says, of dated versions of a source with its licence", () => {
    expect(head.models).toBe(models.length);
    expect(head.versions.at(-1)).toBe(`${head.date} ${head.version}`);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect([head.source, head.licence].join()).toMatch(/litellm.*MIT/);
    expect(headAlone).toEqual(head);
    expect(listPricesDate).toBe(head.date);
  });

  it("has of each model periods that begin with a version's date, ascending, and the rates of each", () => {
    for (const [key, line] of models) {
      expect(key).toMatch(/^[a-z_]+\/[^A-Z\s]+$/);
      const starts = line.split("; ").map((period) => period.slice(0, 10));
      expect(starts).toEqual([...new Set(starts)].toSorted());
      expect(starts.filter((start) => !dates.includes(start))).toEqual([]);
      const end = key.indexOf("/");
      const atUs = Date.parse(`${starts[0] ?? ""}T00:00:00Z`) * 1000;
      const [rate] = listedRates(key.slice(0, end), key.slice(end + 1), atUs, 1);
      const amounts = [rate?.input, rate?.output, rate?.cacheRead ?? 0, rate?.cacheWrite ?? 0];
      // Dollars per million tokens: more than a thousand is one of another unit.
      expect(amounts.filter((amount) => !(Number(amount) >= 0 && Number(amount) < 1000))).toEqual(
        [],
      );
    }
  });
});
