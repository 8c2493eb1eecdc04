import { describe, expect, it } from "vitest";
import { resolvedCase } from "@/lib/testing/cases/case-table-rows";
import { advanceAsOf, createCaseTable, putCases } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { countsOf } from "../counts/counts";
import { figureWords } from "../words/metric-words";
import type { AmountFigure } from "./figure";
import { figureOf } from "./figure-of";
import { findMetric } from "./metrics";

const dayUs = 86_400_000_000;
const row: CaseTableRow = {
  ...{ ...resolvedCase, agentKinds: ["ai"], modelCalls: 2, inputTokens: 900, outputTokens: 100 },
  ...{ modelCostUsd: 0.02, slowestCallUs: 2_000_000 },
};
/** Not resolved, and dearer. */
const failed: CaseTableRow = {
  ...{ ...row, key: 2, customerId: "bea", evidence: "none", inputTokens: 3000, outputTokens: null },
  ...{ modelCostUsd: 0.06, slowestCallUs: 12_000_000 },
};
/** Served by AI whose spans state nothing. */
const silent: CaseTableRow = { ...resolvedCase, key: 3, customerId: "cleo", agentKinds: ["ai"] };

function read(id: string, rows: readonly CaseTableRow[]) {
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, 30 * dayUs);
  const keys = Uint32Array.from(rows, ({ key }) => key);
  const metric = findMetric(id);
  if (metric === null) throw new Error(`${id} is no metric.`);
  const figure = figureOf(metric, countsOf(table, keys));
  if (figure.unit === "share" || figure.unit === "ratio") throw new Error("No amount.");
  const amounts: AmountFigure = figure;
  return { figure: amounts, words: figureWords(metric, figure) };
}

describe("what models used", () => {
  it("is added up per case, of cases that state it; the others that AI served are unknown", () => {
    const { figure, words } = read("tokens_per_case", [row, failed, silent]);
    expect([figure.of, figure.unknown, figure.mean?.value]).toEqual([2, 1, 2000]);
    expect(words).toMatchObject({ value: "2,000", basis: "2 cases" });
    const cost = read("model_cost_per_case", [row, failed, silent]);
    expect([cost.figure.currency, cost.words.value]).toEqual(["USD", "$0.04"]);
  });

  it("is divided by the resolved cases, what the unresolved took included", () => {
    const tokens = read("tokens_per_resolution", [row, failed, silent]);
    expect(tokens.figure.per).toEqual({ count: 1, total: 4000 });
    expect(tokens.words).toMatchObject({
      value: "4,000",
      basis: expect.stringMatching(/^4,000 .* 2 cases, 1 .*resolved/u) as string,
    });
    const { words } = read("model_cost_per_resolution", [row, failed, silent]);
    expect(words).toMatchObject({
      value: "$0.08",
      basis: expect.stringMatching(/^\$0\.08 .* 2 cases, 1 /u) as string,
    });
    expect(read("model_cost_per_resolution", [failed]).figure.mean).toBeNull();
    expect(read("model_cost_per_resolution", [silent]).words.basis).toBe(
      "the one case can’t be judged",
    );
  });

  it("tells how long a model call takes, and how long until its first token", () => {
    const [timed, slow] = [
      { ...row, modelUs: 3_000_000, firstTokenUs: 400_000 },
      { ...failed, modelUs: 14_000_000 },
    ];
    const { figure } = read("model_call_time", [timed, slow, silent]);
    expect([figure.of, figure.median]).toEqual([2, 4_250_000]);
    const token = read("first_token_time", [timed, slow, silent]);
    expect([token.figure.of, token.figure.unknown, token.words.value]).toEqual([1, 2, "400 ms"]);
  });

  it("tells how long the slowest model call of a case took", () => {
    const { figure } = read("slowest_answer", [row, failed, silent]);
    expect([figure.of, figure.median]).toEqual([2, 7_000_000]);
  });
});
