import { expect, it } from "vitest";
import { noUsage } from "@/lib/testing/derived-case";
import { formatDollars } from "./money";
import { spanUsageWords, usageWords } from "./usage-words";

it("says what model calls used, and leaves out what no span states", () => {
  const all = {
    ...noUsage,
    ...{ modelCalls: 12, inputTokens: 17_000, outputTokens: 1400, modelCostUsd: 0.21 },
    ...{ slowestCallUs: 8_200_000, firstTokenUs: 410_000 },
  };
  expect(usageWords(all)).toMatch(
    /^12 .*, 18,400 .*, \$0\.21, slowest .* 8\.20 s, first token .* 410 ms$/u,
  );
  expect(usageWords({ ...noUsage, modelCalls: 1, slowestCallUs: 900_000 })).toBe(
    "1 model call, 900 ms",
  );
  const estimated = { ...noUsage, modelCalls: 1, modelCostEstimatedUsd: 0.0042 };
  expect(usageWords(estimated)).toMatch(/, at most \$0\.0042 by list prices of 2\d{3}-\d\d-\d\d$/u);
  expect(usageWords({ ...estimated, modelCostUsd: 0.21 })).toMatch(
    /, \$0\.21 stated, at most \$0\.0042 more by list prices of /u,
  );
  expect(usageWords(noUsage)).toBe("");
});

it("says what one span states", () => {
  const usage = { inputTokens: 1240, outputTokens: 85, costUsd: 0.0042, firstTokenUs: 410_000 };
  expect(spanUsageWords(usage)).toEqual({
    ...{ tokens: "1,240 in, 85 out", cost: "$0.0042", firstToken: "after 410 ms" },
  });
  const listCost = { usd: 0.0042, isAtMost: false, pricesOf: "2026-11-20" };
  const unpriced = { ...usage, costUsd: null };
  expect(spanUsageWords({ ...unpriced, listCost }).cost).toBe(
    "$0.0042, by list prices of 2026-11-20",
  );
  expect(spanUsageWords({ ...unpriced, listCost: { ...listCost, isAtMost: true } }).cost).toMatch(
    /^at most \$0\.0042, /u,
  );
  expect(spanUsageWords(null)).toEqual({ tokens: null, cost: null, firstToken: null });
});

it("writes fractions of a cent with the digits that count", () => {
  expect([0, 0.00042, 0.0999, 0.21, 1234.5].map(formatDollars)).toEqual([
    ...["$0.00", "$0.00042", "$0.1", "$0.21", "$1,234.50"],
  ]);
});
