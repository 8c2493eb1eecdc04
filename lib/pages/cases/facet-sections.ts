import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import type { CasesPageModel, FacetOption } from "./cases-page-model";
import type { CasesQuery, FacetName } from "@/lib/analytics/filter/cases-query";
import { facetEntry, panelOrder } from "@/lib/analytics/facets/registry";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";

/** One option of the facet panel. */
export type FacetLine = FacetOption & {
  readonly words: string;
  /** An icon before or instead of the text. */
  readonly channels: readonly Channel[];
  readonly isChosen: boolean;
  /** True for a missing value, drawn differently. */
  readonly isMissing: boolean;
};

/** Lines under one heading, all of one facet. */
export type FacetSection = {
  readonly key: string;
  readonly name: FacetName;
  readonly title: string;
  readonly lines: readonly FacetLine[];
  /** Number of values with cases that are not listed. */
  readonly more: number;
  /** True: initially collapsed (the many evaluators). */
  readonly isFolded: boolean;
};

/**
 * Prepares the facet panel: the most used first, a heading per evaluator; facets with a single value are
 * omitted.
 */
export function facetSections(
  facets: CasesPageModel["facets"],
  query: CasesQuery,
): readonly FacetSection[] {
  return panelOrder.flatMap((name) => {
    const { options, more } = facets[name];
    const lines = options.map((option) => lineOf(name, option, query.facets[name]));
    const sections =
      name === "score"
        ? scoreSections(lines, more)
        : [{ key: name, name, title: facetEntry(name).title, lines, more, isFolded: false }];
    return sections.filter((section) => section.lines.length > 0);
  });
}

function lineOf(name: FacetName, option: FacetOption, chosen: readonly string[]): FacetLine {
  const { value } = option;
  const { isOfChannels = false } = facetEntry(name);
  const words = facetValueWords(name, value);
  return {
    ...option,
    words: name === "score" ? words.slice(words.indexOf(": ") + 2) : words,
    channels: isOfChannels ? channelsOf(value) : [],
    isChosen: chosen.includes(value),
    isMissing: value === "" || value === "unknown" || value.endsWith(":none"),
  };
}

function channelsOf(value: string): readonly Channel[] {
  const named = value.split(">").map((word) => parseChannel(word));
  return named.every((channel) => channel !== null) ? named : [];
}

function scoreSections(lines: readonly FacetLine[], more: number): readonly FacetSection[] {
  const evaluators = [...new Set(lines.map(({ value }) => evaluatorOf(value)))];
  return evaluators.map((evaluator, index) => {
    const own = lines.filter(({ value }) => evaluatorOf(value) === evaluator);
    return {
      key: `score ${evaluator}`,
      name: "score",
      title: evaluatorName(evaluator),
      lines: own,
      more: index === evaluators.length - 1 ? more : 0,
      isFolded: !own.some(({ isChosen }) => isChosen),
    };
  });
}

function evaluatorOf(value: string): string {
  return value.slice(0, value.lastIndexOf(":"));
}
