import type { PromiseState, PromiseWords } from "@/lib/domain/case/case-promise";
import {
  promiseTabs,
  type PromiseTab,
  type PromiseTally,
} from "@/lib/analytics/handoffs/tally-promises";
import type { EntityDimensions } from "@/lib/analytics/facets/dimension-groups";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";
import { caseViewHref } from "@/lib/pages/case/url";
import type { BarFill, ChartTable } from "@/lib/analytics/charts/chart-model";
import { paginate } from "@/lib/format/address/paginate";
import { formatCount } from "@/lib/format/format";
import { promiserWords, promiseStateWords } from "@/lib/format/promise-state-words";
import { customerHref } from "@/lib/pages/customer/url";
import { handoffsHref, type HandoffsQuery } from "./url";
import type { MetricChoice } from "@/lib/analytics/metrics/metric";
import {
  childListCsvHref,
  childListHref,
  type ChildListTarget,
} from "@/lib/analytics/filter/child-list-query";
import { directionOf, percent, percentFrom } from "@/lib/format/share-words";
import { agentWords, channelWords } from "@/lib/format/wording";
import type { PromiseLine, PromisesModel } from "./handoffs-model";
import { differenceOfShares } from "@/lib/stats/compare-with-rest";
import { promiseListWords, receptionWords, stateWords } from "./words";

/** A page of promises with their cases. */
export type ListedPromises = {
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly {
    readonly caseId: string;
    readonly customerId: string | null;
    readonly promise: PromiseRow;
    readonly words: PromiseWords;
    /** Name of whoever takes care of the case now; null: nobody. */
    readonly owner: string | null;
  }[];
};

const states: readonly { readonly state: PromiseState; readonly fill: BarFill }[] = [
  { state: "kept", fill: "solid" },
  { state: "late", fill: "shade" },
  { state: "broken", fill: "diagonal" },
  { state: "overdue", fill: "lines" },
  { state: "unknown", fill: "dots" },
  { state: "open", fill: "empty" },
];

const receptions: readonly {
  readonly reception: EntityDimensions["promises"]["reception"];
  readonly fill: BarFill;
}[] = [
  { reception: "known", fill: "solid" },
  { reception: "denied", fill: "diagonal" },
  { reception: "ignored", fill: "lines" },
  { reception: "not-mentioned", fill: "dots" },
  { reception: "none", fill: "empty" },
];

/** Promises by state and by reception, and the list of promises. @param asOfUs microseconds since 1970 */
export function preparePromises(
  tally: PromiseTally,
  listed: ListedPromises,
  query: HandoffsQuery,
  asOfUs: number,
): PromisesModel {
  return {
    states: prepareStates(tally, query),
    receptions: prepareReceptions(tally, query),
    list: prepareList(tally, listed, query, asOfUs),
  };
}

function prepareStates(tally: PromiseTally, query: HandoffsQuery): PromisesModel["states"] {
  const { hits, of } = tally.kept;
  const title =
    tally.all === 0
      ? stateWords.none
      : of === 0
        ? stateWords.noneChecked(tally.all)
        : stateWords.title(hits, of);
  return {
    frame: {
      title,
      subtitle: stateWords.subtitle(tally.all),
      label: title,
      table: countTable(
        stateWords.columns.state,
        states.map(({ state }) => [stateWords.states[state], tally.states[state]]),
      ),
      links: [{ words: stateWords.all, href: childListHref(listOf(query, null)) }],
      note: stateWords.note,
    },
    segments: states.map(({ state, fill }) => ({
      ...segmentOf(stateWords.states[state], fill, tally.states[state], tally.all),
      key: state,
      href: childListHref({ ...listOf(query, null), traits: { state } }),
    })),
  };
}

function prepareReceptions(tally: PromiseTally, query: HandoffsQuery): PromisesModel["receptions"] {
  const { hits: lost, of: heard } = tally.lost;
  const words = receptionWords.receptions;
  const title = heard === 0 ? receptionWords.none : receptionWords.title(lost, heard);
  return {
    frame: {
      title,
      subtitle: receptionWords.subtitle,
      label: title,
      table: countTable(
        receptionWords.column,
        receptions.map(({ reception }) => [words[reception], tally.receptions[reception]]),
      ),
      links: [],
      note: receptionWords.note,
    },
    segments: receptions.map(({ reception, fill }) => ({
      ...segmentOf(words[reception], fill, tally.receptions[reception], tally.all),
      key: reception,
      href: childListHref({ ...listOf(query, null), traits: { heard: reception } }),
    })),
  };
}

function countTable(name: string, rows: readonly (readonly [string, number])[]): ChartTable {
  return {
    columns: [
      { words: name, isNumber: false },
      { words: stateWords.columns.promises, isNumber: true },
    ],
    rows: rows.map(([words, count]) => [{ words }, { words: formatCount(count) }]),
  };
}

function segmentOf(words: string, fill: BarFill, count: number, all: number) {
  return { words, fill, count, share: all < percentFrom ? "" : percent(count / all, all) };
}

function prepareList(
  tally: PromiseTally,
  listed: ListedPromises,
  query: HandoffsQuery,
  asOfUs: number,
): PromisesModel["list"] {
  return {
    title:
      query.promises === "due"
        ? promiseListWords.dueTitle
        : promiseListWords.title(promiseListWords.tabs[query.promises]),
    subtitle: [promiseListWords.order[query.promises], describeLost(tally)]
      .filter(Boolean)
      .join(" "),
    tabs: promiseTabs.map((tab) => ({
      words: tabLabel(tab, tally, query.promises === tab ? listed.total : null),
      href: handoffsHref({ ...query, promises: tab, page: 1 }),
      isChosen: tab === query.promises,
    })),
    csv: {
      words: query.promises === "due" ? promiseListWords.csvOfAll : promiseListWords.csv,
      href: childListCsvHref(listOf(query, csvChoice[query.promises])),
    },
    none: promiseListWords.none[query.promises],
    lines: listed.rows.map((row) => lineOf(row, asOfUs)),
    pagination: paginate(listed, (page) => handoffsHref({ ...query, page })),
  };
}

/** A tab's label with its count, where known. */
function tabLabel(tab: PromiseTab, tally: PromiseTally, listed: number | null): string {
  const count = { due: listed, kept: tally.states.kept, all: tally.all }[tab];
  const name = promiseListWords.tabs[tab];
  return count === null ? name : `${name} ${formatCount(count)}`;
}

/** Metric and subset of each tab's CSV; due and broken promises are in the file of all. */
const csvChoice: Readonly<Record<PromiseTab, MetricChoice | null>> = {
  due: null,
  kept: { id: "promise_kept_rate", subset: "numerator" },
  all: null,
};

function listOf({ cases }: HandoffsQuery, metric: MetricChoice | null): ChildListTarget {
  return { thing: "promises", cases, metric };
}

/** Whether lost promises are kept less often, if the interval excludes 0. */
function describeLost({ keptOfKnown, keptOfLost }: PromiseTally): string {
  const difference = differenceOfShares(keptOfLost, keptOfKnown);
  if (difference === null) return "";
  const { of } = promiseListWords;
  const counts = promiseListWords.against(
    of(keptOfLost.hits, keptOfLost.of),
    of(keptOfKnown.hits, keptOfKnown.of),
  );
  const way = directionOf(difference);
  return way === "none"
    ? promiseListWords.noDifference(counts)
    : promiseListWords.lost(way === "down", counts);
}

function lineOf(
  { caseId, customerId, promise, words, owner }: ListedPromises["rows"][number],
  asOfUs: number,
): PromiseLine {
  const { ordinal, channel, by, what, dueWords, dueUs, received } = promise;
  const { notKnownOn, ignoredOn } = promiseListWords;
  const lostOn = received?.reception === "denied" ? notKnownOn : ignoredOn;
  const isLost = received?.reception === "denied" || received?.reception === "ignored";
  return {
    ...{ caseId, channel, what, dueUs, owner },
    by: promiserWords(words, agentWords[by]),
    // Of a case of an earlier version only the words of its time are known.
    quote: words.quote === "" ? dueWords : words.quote,
    customer: customerId === null ? null : { id: customerId, href: customerHref(customerId) },
    key: `${caseId} ${String(ordinal)}`,
    href: caseViewHref(caseId, { item: `p${String(ordinal)}` }),
    state: promiseStateWords(promise, asOfUs),
    lostAt: isLost ? lostOn(channelWords[received.channel]) : "–",
  };
}
