import { joinedByOr } from "@/lib/format/join-words";
import { facetEntry, sentenceOrder, type FacetName } from "../facets/registry";
import type { CasesQuery } from "../filter/cases-query";
import { facetValueWords, periodWords } from "./facet-words";
import { metricChoiceWords } from "../filter/metric-choice";
import { outcomeSetOf } from "../filter/outcome-sets";

/** One filter in force as a piece of a sentence: "handed over" "Chat → Voice". */
export type FilterClause = {
  readonly key: FacetName | "text" | "metric" | "insight";
  /** The words before it: "with a handoff of kind". */
  readonly lead: string;
  readonly words: string;
  /** The view without it. */
  readonly without: CasesQuery;
};

/** The filters in force, in the order in which a sentence names them; the period is separate. */
export function filterClauses(query: CasesQuery): readonly FilterClause[] {
  const clauses = sentenceOrder
    .filter((name) => query.facets[name].length > 0)
    .map((name) => ({
      key: name,
      lead: facetEntry(name).lead,
      words: chosenWords(query, name),
      without: withoutFacet(query, name),
    }));
  return [...clauses, ...metricClause(query), ...insightClause(query), ...textClause(query)];
}

function metricClause(query: CasesQuery): readonly FilterClause[] {
  if (query.metric === null) return [];
  const without = { ...query, metric: null, page: 1, peek: null };
  return [{ key: "metric", lead: "counted in", words: metricChoiceWords(query.metric), without }];
}

function insightClause(query: CasesQuery): readonly FilterClause[] {
  if (query.insight === null) return [];
  const { of, topic } = query.insight;
  const lead = of === "topic" ? "about" : "that came back, about";
  const without = { ...query, insight: null, page: 1, peek: null };
  return [{ key: "insight", lead, words: quoted(topic), without }];
}

function textClause(query: CasesQuery): readonly FilterClause[] {
  if (query.text === "") return [];
  const without = { ...query, text: "", page: 1, peek: null };
  return [{ key: "text", lead: "saying", words: quoted(query.text), without }];
}

/** The query with nothing chosen in a facet, on its first page. */
function withoutFacet(query: CasesQuery, name: FacetName): CasesQuery {
  return { ...query, facets: { ...query.facets, [name]: [] }, page: 1, peek: null };
}

/** All filters with the period, each in words of its own, for print. */
export function printedFilters(query: CasesQuery): readonly string[] {
  return filterClauses(query).map(({ lead, words }) => `${lead} ${words}`);
}

/** The words of what is chosen in a facet: "chat, email or voice". */
export function chosenWords(query: CasesQuery, name: FacetName): string {
  const chosen = query.facets[name];
  const set = name === "outcome" ? outcomeSetOf(chosen) : null;
  return set?.clause ?? joinedByOr(chosen.map((value) => inSentence(name, value)));
}

/** Names of channels, types and evaluators keep their spelling; the rest is not a beginning here. */
function inSentence(name: FacetName, value: string): string {
  const { clause, isLowered } = facetEntry(name);
  if (clause !== undefined) return clause(value);
  const words = facetValueWords(name, value);
  return isLowered === true ? words.toLowerCase() : words;
}

/** The default name of a view: its filters, else its period. */
export function suggestedViewName(query: CasesQuery): string {
  const clauses = filterClauses(query).map(({ words }) => words.replace(/^(?:were|are) /u, ""));
  return clauses.length === 0 ? periodWords(query.period) : clauses.join(", ");
}

/** Free text in quotes, unless it has its own. */
function quoted(text: string): string {
  return /["“”„]/u.test(text) ? text : `“${text}”`;
}
