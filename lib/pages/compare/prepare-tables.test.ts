import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceAsOf, createCaseTable, putCases } from "@/lib/analytics/case-table/case-table";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { keysByArm } from "@/lib/analytics/compare/arm-cases";
import { comparePair } from "@/lib/analytics/compare/compare-pair";
import { comparedMetrics, scoreMetrics } from "@/lib/analytics/compare/compared-metrics";
import { figuresOf } from "@/lib/analytics/ask/count";
import { listedCases } from "@/lib/analytics/counts/case-set";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import { resolvedCase } from "@/lib/testing/cases/case-table-rows";
import { contactRowLists } from "@/lib/testing/child-rows";
import { defaultCompareQuery } from "./url";
import { prepareTables } from "./prepare-tables";
import { tables as words, tableTitle } from "./words";
import { joinedByAnd } from "@/lib/format/join-words";

const pair = ["core@v1", "core@v2"] as const;
const dayUs = 86_400_000_000;
const [anyContact] = fc
  .sample(contactRowLists, { numRuns: 20, seed: 1 })
  .flatMap((rows) => rows.slice(0, 1));
if (anyContact === undefined) throw new Error("No contact was drawn.");
const contact: ContactRow = {
  ...{ ...anyContact, agents: "ai", startUs: 0, answerUs: null, escalation: null },
  ...{ resolution: null, persona: null, grounded: null, faithful: null, falseSuccess: null },
  ...{ frustration: null, politeness: null },
};

/** Forty cases of either version; those of the second take half the tokens. */
function tables(of: (arm: 0 | 1, at: number) => Partial<CaseTableRow & ContactRow>) {
  const table = createCaseTable();
  const rows = pair.flatMap((prompt, arm) =>
    Array.from({ length: 40 }, (_, at): CaseTableRow => {
      const own = of(arm === 0 ? 0 : 1, at);
      return {
        ...{ ...resolvedCase, ...own, key: 1 + 40 * arm + at, caseType: "refund" },
        ...{ customerId: `c${String(40 * arm + at)}`, agentKinds: ["ai"] },
        contactRows: [{ ...contact, ...own, prompt }],
      };
    }),
  );
  putCases(table, rows);
  advanceAsOf(table, 60 * dayUs);
  const keys = Uint32Array.from(rows, ({ key }) => key);
  const byArm = keysByArm(table, keys, "firstPrompt", pair);
  const figures = (own: Uint32Array) => figuresOf(listedCases(table, own), comparedMetrics);
  return prepareTables(defaultCompareQuery, {
    pair,
    compared: comparePair(listedCases(table, keys), { kind: "prompt", pair }, comparedMetrics),
    figures: [figures(byArm[0]), figures(byArm[1])],
  });
}

describe("the tables of two versions", () => {
  it("have a row for each score and amount that is there, name the others, and link what is counted", () => {
    const [scores, usage] = tables((arm, at) => ({
      ...{ inputTokens: (arm === 0 ? 2000 : 1000) + at, outputTokens: 10 },
      ...{ modelUs: 2_400_000 + 10_000 * at, modelCalls: 2, slowestCallUs: 2_000_000 + at },
      politeness: at % (arm === 0 ? 4 : 2) === 0 ? 0 : 1,
    }));
    expect(scores).toMatchObject({
      title: tableTitle(words.scores.lead, { clear: 1, of: 1, doubt: ", not certain yet" }),
      columns: ["Figure", "v1", "v2", "At first sight", "Same kinds of case"],
      rows: [
        {
          name: "Polite AI agents",
          a: {
            value: "75%",
            detail: "60–86%, 30 of 40 contacts",
            href: expect.stringMatching(/^\/lists\/contacts\?.*firstPrompt=core%40v1/u) as string,
          },
          b: { value: "50%", detail: "35–65%, 20 of 40 contacts" },
          crude: { value: "−25 points" },
        },
      ],
    });
    const unscored = scoreMetrics.filter(({ id }) => id !== "polite_rate").map(({ name }) => name);
    expect(scores?.note).toBe(words.scores.missing(joinedByAnd(unscored)));
    expect(usage?.title).toBe(tableTitle(words.usage.lead, { clear: 1, of: 3, doubt: "" }));
    expect(usage?.note).toBe(
      `${words.typical} ${words.usage.missing("Time to first answer, Time to first token and Model cost per case")}`,
    );
    const row = (id: string) => usage?.rows.find((each) => each.id === id);
    expect(row("tokens_per_case")).toMatchObject({
      a: { value: "2,030", detail: "2,026 – 2,033, 40 cases" },
      b: { value: "1,030" },
      adjusted: { value: "−1,000", detail: expect.stringMatching(/, lower with v2$/u) as string },
      isClear: true,
    });
    expect(row("model_call_time")).toMatchObject({
      a: { value: "1.3 s", detail: "1.3 s, 40 cases" },
      crude: { value: "0" },
      isClear: false,
    });
  });

  it("are one sentence each where nothing was scored and nothing is stated", () => {
    expect(tables(() => ({})).map(({ title, rows, note }) => [title, rows, note])).toEqual([
      [words.scores.none("v1", "v2"), [], ""],
      [words.usage.none("v1", "v2"), [], ""],
    ]);
  });
});
