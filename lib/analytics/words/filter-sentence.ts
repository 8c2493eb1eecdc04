import { facetNames, type CasesQuery, type FacetName } from "../filter/cases-query";
import { facetValueWords, periodWords } from "./facet-words";
import { metricChoiceWords } from "../filter/metric-choice";
import { outcomeSetOf } from "../filter/outcome-sets";

/** One filter in force as a piece of a sentence: "handed over" "Chat → Voice". */
export type FilterClause = {
  readonly key: FacetName | "text" | "metric";
  /** What leads to it: "where the outcome is". */
  readonly lead: string;
  readonly words: string;
  /** The view without it. */
  readonly without: CasesQuery;
};

const leads: Readonly<Record<FacetName, string>> = {
  outcome: "where the outcome is",
  switch: "handed over",
  handoff: "with a handoff of kind",
  first: "starting on",
  path: "going",
  channel: "on",
  agents: "handled by",
  type: "about",
  intent: "with",
  risk: "at",
  evidence: "with closure evidence",
  score: "with the score",
  release: "on release",
  region: "in",
  team: "served by",
  rating: "that are",
  last: "with the",
  prompt: "on prompt",
  firstPrompt: "first on prompt",
  firstRelease: "first on release",
  pause: "whose clock is paused:",
};

/** The filters in force, in the order in which a sentence names them; the period stands apart. */
export function filterClauses(query: CasesQuery): readonly FilterClause[] {
  const names = Object.keys(leads).filter(isFacetName);
  const clauses = names
    .filter((name) => query.facets[name].length > 0)
    .map((name) => ({
      key: name,
      lead: leads[name],
      words: chosenWords(query, name),
      without: withoutFacet(query, name),
    }));
  return [...clauses, ...metricClause(query), ...textClause(query)];
}

function metricClause(query: CasesQuery): readonly FilterClause[] {
  if (query.metric === null) return [];
  const without = { ...query, metric: null, page: 1, peek: null };
  return [{ key: "metric", lead: "counted in", words: metricChoiceWords(query.metric), without }];
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

/** All filters with the period, each in words of its own, for paper. */
export function printedFilters(query: CasesQuery): readonly string[] {
  return filterClauses(query).map(({ lead, words }) => `${lead} ${words}`);
}

/** The words of what is chosen in a facet: "chat, email or voice". */
export function chosenWords(query: CasesQuery, name: FacetName): string {
  const chosen = query.facets[name];
  const set = name === "outcome" ? outcomeSetOf(chosen) : null;
  return set?.words ?? joinedByOr(chosen.map((value) => inSentence(name, value)));
}

const lowered: readonly FacetName[] = ["outcome", "evidence", "risk", "intent", "rating", "last"];

/** Names of channels, types and evaluators keep their spelling; the rest is not a beginning here. */
function inSentence(name: FacetName, value: string): string {
  const words = facetValueWords(name, value);
  return lowered.includes(name) ? words.toLowerCase().replace(",", "") : words;
}

/** Alternatives as one phrase: "a", "a or b", "a, b or c". */
export function joinedByOr(words: readonly string[]): string {
  return joinedBy("or", words);
}

/** The same of what all holds: "a, b and c". */
export function joinedByAnd(words: readonly string[]): string {
  return joinedBy("and", words);
}

function joinedBy(joint: "and" | "or", words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joint} ${last}`;
}

function isFacetName(name: string): name is FacetName {
  return facetNames.some((each) => each === name);
}

/** What a view may be called before somebody gives it a name: its filters, else its period. */
export function suggestedViewName(query: CasesQuery): string {
  const clauses = filterClauses(query).map(({ words }) => words);
  return clauses.length === 0 ? periodWords(query.period) : clauses.join(", ");
}

/** Words of one's own in quotes, unless they bring theirs. */
function quoted(text: string): string {
  return /["“”„]/u.test(text) ? text : `“${text}”`;
}
