import { describe, expect, it } from "vitest";
import {
  casesHref,
  defaultCasesQuery,
  type CaseFacets,
  type CasesQuery,
} from "../filter/cases-query";
import { periodWords } from "./facet-words";
import { chosenWords, filterClauses, suggestedViewName } from "./filter-sentence";

const queryOf = (facets: Partial<CaseFacets>, rest: Partial<CasesQuery> = {}): CasesQuery => ({
  ...defaultCasesQuery,
  ...rest,
  facets: { ...defaultCasesQuery.facets, ...facets },
});

describe("filterClauses", () => {
  it("reads as a sentence, outcome first, words last", () => {
    const query = queryOf(
      { switch: ["chat>voice"], outcome: ["reopened", "closed_unproven"], channel: ["voice"] },
      { text: "credit" },
    );
    expect(filterClauses(query).map(({ lead, words }) => [lead, words])).toEqual([
      ["that", "came back or were closed unproven"],
      ["handed over", "Chat → Voice"],
      ["on", "Voice"],
      ["saying", "“credit”"],
    ]);
  });

  it("names what a metric counts", () => {
    const metric = { id: "csat", subset: "numerator" } as const;
    const [clause] = filterClauses(queryOf({}, { metric }));
    expect(`${clause?.lead ?? ""} ${clause?.words ?? ""}`).toBe(
      "counted in Satisfied customers: cases rated 4 or 5",
    );
    expect(clause?.without).toEqual(defaultCasesQuery);
  });

  it("shows quotes that somebody typed once", () => {
    const words = filterClauses(queryOf({}, { text: '"a full refund" chat' })).map(
      (each) => each.words,
    );
    expect(words).toEqual(['"a full refund" chat']);
  });

  it("takes one part away and leaves the others, on the first page", () => {
    const query = queryOf({ channel: ["voice", "sms"] }, { text: "credit", page: 3, peek: "C-1" });
    const hrefs = filterClauses(query).map(({ without }) => casesHref(without));
    expect(hrefs).toEqual(["/cases?q=credit", "/cases?channel=voice&channel=sms"]);
  });

  it("is empty where nothing is left out", () => {
    expect(filterClauses(defaultCasesQuery)).toEqual([]);
  });
});

it("names a whole set of outcomes by one word", () => {
  const query = queryOf({
    outcome: ["unresolved", "fell_quiet", "closed_unproven", "closed_likely", "reopened"],
  });
  expect(chosenWords(query, "outcome")).toBe("were not resolved with evidence");
});

it("suggests a name for a view from its filters, else from its period", () => {
  expect(suggestedViewName(queryOf({ channel: ["voice"], risk: ["high"] }))).toBe(
    "Voice, high risk",
  );
  expect(suggestedViewName(queryOf({ outcome: ["unresolved"] }))).toBe("never closed");
  expect(suggestedViewName(queryOf({}, { period: "30d" }))).toBe(periodWords("30d"));
});
