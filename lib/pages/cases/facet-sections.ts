import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import type { CasesPageModel, FacetOption } from "./cases-page-model";
import type { CasesQuery, FacetName } from "@/lib/analytics/filter/cases-query";
import { facetEntry, panelOrder } from "@/lib/analytics/facets/registry";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";

/** One line of the list of filters. */
export type FacetLine = FacetOption & {
  readonly words: string;
  /** Drawn as a mark before or instead of the words. */
  readonly channels: readonly Channel[];
  readonly isChosen: boolean;
  /** Nobody judged or said it: drawn apart from what somebody did. */
  readonly isMissing: boolean;
};

/** Lines under one heading, all of one facet. */
export type FacetSection = {
  readonly key: string;
  readonly name: FacetName;
  readonly title: string;
  readonly lines: readonly FacetLine[];
  /** Values that lead to cases and stand nowhere in the list. */
  readonly more: number;
  /** True where only its heading shows at first: evaluators are many, and of few of them one asks. */
  readonly isFolded: boolean;
};

/**
 * Lays the facets out as a list: what a supervisor asks first comes first, each evaluator has a heading of
 * its own, and a facet with nothing to choose between is left out.
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
