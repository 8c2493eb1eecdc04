import { describe, expect, it } from "vitest";
import type { CasesPageModel, Facet } from "./cases-page-model";
import { ofEachFacet } from "@/lib/analytics/facets/registry";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { facetSections } from "./facet-sections";

const facet = (...values: readonly string[]): Facet => ({
  options: values.map((value, index) => ({ value, count: 10 - index })),
  more: 0,
});

const facets: CasesPageModel["facets"] = {
  ...ofEachFacet(() => facet()),
  channel: facet("voice"),
  outcome: facet("reopened"),
  path: { ...facet("chat>voice>email"), more: 4 },
  switch: facet("chat>voice"),
  type: facet(""),
  score: facet("repeat_information:bad", "their_own:good", "repeat_information:none"),
  failedStep: facet("tool"),
};

describe("facetSections", () => {
  const sections = facetSections(facets, {
    ...defaultCasesQuery,
    facets: { ...defaultCasesQuery.facets, switch: ["chat>voice"] },
  });

  it("leaves out a facet with nothing to choose, and gives each evaluator a heading", () => {
    expect(sections.map(({ title, lines }) => [title, lines.map(({ words }) => words)])).toEqual([
      ["Outcome", ["Came back"]],
      ["Channel", ["Voice"]],
      ["Handed over", ["Chat → Voice"]],
      ["Case type", ["No type"]],
      ["Asked again", ["asked again", "not scored"]],
      ["their own", ["good"]],
      ["Failed step", ["Tool call"]],
      ["Channel path", ["Chat → Voice → Email"]],
    ]);
  });

  it("marks what is chosen, what nobody said, and which channels a value names", () => {
    const lines = sections.flatMap((section) => section.lines);
    const valuesWhere = (is: "isChosen" | "isMissing") =>
      lines.filter((line) => line[is]).map(({ value }) => value);
    expect(valuesWhere("isChosen")).toEqual(["chat>voice"]);
    expect(valuesWhere("isMissing")).toEqual(["", "repeat_information:none"]);
    expect(lines.find(({ value }) => value === "chat>voice")?.channels).toEqual(["chat", "voice"]);
  });

  it("folds the evaluators of which nothing is chosen", () => {
    const folded = sections.filter(({ isFolded }) => isFolded).map(({ title }) => title);
    expect(folded).toEqual(["Asked again", "their own"]);
    const chosen = facetSections(facets, {
      ...defaultCasesQuery,
      facets: { ...defaultCasesQuery.facets, score: ["their_own:good"] },
    });
    expect(chosen.filter(({ isFolded }) => isFolded).map(({ title }) => title)).toEqual([
      "Asked again",
    ]);
  });

  it("says how many values are not listed", () => {
    expect(sections.find(({ name }) => name === "path")?.more).toBe(4);
  });
});
