import { expect, it } from "vitest";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { subsetWords } from "@/lib/analytics/metrics/metric";
import { inSingular } from "./in-singular";

it.each([
  ["contacts", "contact"],
  ["such contacts of cases of unknown outcome", "such contact of cases of unknown outcome"],
  [
    "contacts that resolved their case, with evidence",
    "contact that resolved its case, with evidence",
  ],
  ["contacts of AI agents that were measured", "contact of AI agents that were measured"],
  [
    "contacts in which all that were due were given",
    "contact in which all that were due were given",
  ],
  ["handoffs by AI that say all five", "handoff by AI that says all five"],
  ["cases that ended or were rated", "case that ended or was rated"],
])("says %s of one", (many, one) => {
  expect(inSingular(many)).toBe(one);
});

it("has a singular for what every metric counts", () => {
  const subsets = ["numerator", "denominator", "waiting", "unknown"] as const;
  const words = metrics.flatMap((metric) =>
    subsets.flatMap((subset) => subsetWords(metric, subset) ?? []),
  );
  expect(words.filter((each) => inSingular(each) === each)).toEqual([]);
});
