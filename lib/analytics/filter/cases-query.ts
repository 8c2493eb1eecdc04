import { facetEntry, facetNames, noFacets, ofEachFacet, type FacetName } from "../facets/registry";
import { metricChoice } from "./metric-choice";
import { defaultPeriod, periodField, type Period } from "./period";
import { createCodec, type Codec, type QueryOf } from "@/lib/format/address/codec";
import {
  many,
  oneOf,
  optional,
  param,
  position,
  single,
  text,
  words,
  type Field,
  type ParamType,
} from "@/lib/format/address/field";

export { facetNames, type FacetName };

/** Columns that can be shown or hidden; the case itself is always first. */
export const caseColumns = [
  "customer",
  "type",
  "journey",
  "touchpoints",
  "handoffs",
  "worst_score",
  "outcome",
  "opened",
  "last_contact",
  "risk",
  "region",
  "team",
  "agent",
  "csat",
  "release",
  "messages",
] as const;
export type CaseColumn = (typeof caseColumns)[number];

export const caseSortKeys = [
  "last_contact",
  "opened",
  "touchpoints",
  "handoffs",
  "messages",
  "worst_score",
  "outcome",
  "type",
  "risk",
  "csat",
  "case",
] as const;
export type CaseSortKey = (typeof caseSortKeys)[number];

type Direction = "asc" | "desc";

export type CaseFacets = Readonly<Record<FacetName, readonly string[]>>;

/** A facet's values: those it can have, or any words. */
const facetTypes = ofEachFacet((name): ParamType<readonly string[]> => {
  const { values } = facetEntry(name);
  return values === undefined ? many(text(), 50) : many<string>(oneOf(values));
});

const facetsField: Field<CaseFacets> = {
  names: facetNames,
  defaultValue: noFacets,
  read: (read) => ofEachFacet((name) => read(name, facetTypes[name]) ?? []),
  write: (facets, add) => {
    for (const name of facetNames) for (const value of facets[name]) add(name, value);
  },
};

/** What the Insights page counts: the cases of a topic, or those of which it came back after it was called resolved. */
export type InsightCases = { readonly of: "topic" | "returns"; readonly topic: string };

const insightField: Field<InsightCases | null> = {
  names: ["topic", "returns"],
  defaultValue: null,
  read: (read) => {
    const name = text({ min: 1, max: 100 });
    const [topic, returns] = [read("topic", name), read("returns", name)];
    if (topic !== undefined) return { of: "topic", topic };
    return returns === undefined ? null : { of: "returns", topic: returns };
  },
  write: (insight, add) => {
    if (insight !== null) add(insight.of, insight.topic);
  },
};

const columns: ParamType<readonly CaseColumn[]> = single(
  (given) => {
    const named = given === "" ? [] : given.split(".");
    return given.length > 200 ? undefined : many(oneOf(caseColumns)).read(named);
  },
  (shown) => shown.join("."),
);

const fields = {
  facets: facetsField,
  /** Words of the conversation, the beginning of a case's or customer's id, or an agent's id. */
  text: param("q", words, ""),
  period: periodField(defaultPeriod),
  /** Cases in a subset of a metric; null: any. */
  metric: optional("metric", metricChoice("cases")),
  /** Cases that the Insights page counts; null: any. */
  insight: insightField,
  sort: param("sort", oneOf(caseSortKeys), "last_contact"),
  direction: param<Direction>("dir", oneOf(["asc", "desc"]), "desc"),
  /** From 1. */
  page: param("page", position, 1),
  columns: param("cols", columns, [
    "type",
    "journey",
    "touchpoints",
    "handoffs",
    "outcome",
    "last_contact",
  ]),
  peek: optional("peek", text({ min: 1, max: 1000 })),
};

/** Everything a view of the Cases page depends on, besides the instant. */
export const casesCodec = createCodec(fields);
export const { defaultValue: defaultCasesQuery, search: casesSearch } = casesCodec;
export type CasesQuery = QueryOf<typeof casesCodec>;

/** All cases of any time. */
export const everyCase: CasesQuery = { ...defaultCasesQuery, period: "all" };

/** A query of cases as other pages have it. @param names its parameters @param period its default */
export function createCasesCodec(names: readonly string[], period: Period): Codec<CasesQuery> {
  return createCodec({ ...fields, period: periodField(period) }, names);
}

/** The address of a view of the Cases page, with defaults left out. */
export function casesHref(query: CasesQuery): string {
  return casesCodec.href("/cases", query);
}

/** The address of everything a view lists, all pages, as CSV. */
export function casesCsvHref(query: CasesQuery): string {
  return casesCodec.href("/cases.csv", { ...query, page: 1, peek: null });
}

/** The address of what is shown of `query.peek` beside the list. */
export function casePeekHref(query: CasesQuery): string {
  return casesCodec.href("/api/cases/peek", query);
}

/** True where the query is of other cases than the page without parameters. */
export function hasFilters(query: CasesQuery): boolean {
  const { facets, text, period, metric, insight } = query;
  if (text !== "" || period !== defaultPeriod || metric !== null || insight !== null) return true;
  return facetNames.some((name) => facets[name].length > 0);
}

/** The query without any filter; how it is sorted and which columns it shows stay. */
export function withoutFilters(query: CasesQuery): CasesQuery {
  const { facets, text, period, metric, insight } = defaultCasesQuery;
  return { ...query, facets, text, period, metric, insight, page: 1 };
}

/** The query sorted by a column: the other way round where it already is, else its natural way. */
export function sortedBy(query: CasesQuery, sort: CaseSortKey): CasesQuery {
  const isSorted = query.sort === sort;
  const turned = query.direction === "asc" ? "desc" : "asc";
  return { ...query, sort, direction: isSorted ? turned : naturalDirection(sort), page: 1 };
}

const ascending: readonly CaseSortKey[] = ["case", "type", "outcome", "worst_score", "handoffs"];

/** Names from A, the worst first, everything else the most or the latest first. */
function naturalDirection(sort: CaseSortKey): Direction {
  return ascending.includes(sort) ? "asc" : "desc";
}

/** The query with one more value chosen in a facet, or without it where it was among the chosen. */
export function withToggled(query: CasesQuery, name: FacetName, value: string): CasesQuery {
  const chosen = query.facets[name];
  const values = chosen.includes(value)
    ? chosen.filter((each) => each !== value)
    : [...chosen, value];
  return { ...query, facets: { ...query.facets, [name]: values }, page: 1 };
}
