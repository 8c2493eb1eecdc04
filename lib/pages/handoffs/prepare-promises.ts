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
import { formatCount, formatCounted } from "@/lib/format/format";
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
import { clusteredDifference } from "./kept-words";

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

const states: readonly {
  readonly state: PromiseState;
  readonly words: string;
  readonly fill: BarFill;
}[] = [
  { state: "kept", words: "Kept", fill: "solid" },
  { state: "late", words: "Late", fill: "shade" },
  { state: "broken", words: "Broken", fill: "diagonal" },
  { state: "overdue", words: "Overdue now", fill: "lines" },
  { state: "unknown", words: "Can’t be checked", fill: "dots" },
  { state: "open", words: "Not due yet or no date", fill: "empty" },
];

const receptions: readonly {
  readonly reception: EntityDimensions["promises"]["reception"];
  readonly words: string;
  readonly fill: BarFill;
}[] = [
  { reception: "known", words: "Known", fill: "solid" },
  { reception: "denied", words: "Denied", fill: "diagonal" },
  { reception: "ignored", words: "Ignored", fill: "lines" },
  { reception: "not-mentioned", words: "Never mentioned again", fill: "dots" },
  { reception: "none", words: "No later contact", fill: "empty" },
];

const noneWords: Readonly<Record<PromiseTab, string>> = {
  due: "No promise is overdue, due or broken.",
  kept: "No promise is known to be kept.",
  all: "No promise was found.",
};

const tabWords: Readonly<Record<PromiseTab, string>> = {
  due: "Overdue, due, broken",
  kept: "Kept",
  all: "All",
};

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
      ? "No promise was found in these cases"
      : of === 0
        ? `None of ${formatCounted(tally.all, "promise")} can be checked`
        : `${formatCount(hits)} of ${formatCounted(of, "promise")} that can be checked ${hits === 1 || of === 1 ? "was" : "were"} kept on time`;
  return {
    frame: {
      title,
      subtitle: `${formatCounted(tally.all, "promise")} made in these cases, by how they stand now`,
      label: title,
      table: countTable(
        "State",
        states.map(({ state, words }) => [words, tally.states[state]]),
      ),
      links: [{ words: "All promises", href: childListHref(listOf(query, null)) }],
      note: "Late and overdue count as not kept; what can’t be checked counts as neither. Kept: a system shows it, we contacted the customer, or the customer or a later agent said so.",
    },
    segments: states.map(({ state, words, fill }) => ({
      ...segmentOf(words, fill, tally.states[state], tally.all),
      key: state,
      href: childListHref({ ...listOf(query, null), traits: { state } }),
    })),
  };
}

function prepareReceptions(tally: PromiseTally, query: HandoffsQuery): PromisesModel["receptions"] {
  const { hits: lost, of: heard } = tally.lost;
  const title =
    heard === 0
      ? "No promise came up again in a later contact"
      : `${formatCount(lost)} of ${formatCounted(heard, "promise")} that came up again ${lost === 1 || heard === 1 ? "was" : "were"} unknown to the next agent`;
  return {
    frame: {
      title,
      subtitle: "Promises by what the next agent knew of them",
      label: title,
      table: countTable(
        "Next contact",
        receptions.map(({ reception, words }) => [words, tally.receptions[reception]]),
      ),
      links: [],
      note: "Denied and ignored count as lost; what nobody mentioned counts as neither.",
    },
    segments: receptions.map(({ reception, words, fill }) => ({
      ...segmentOf(words, fill, tally.receptions[reception], tally.all),
      key: reception,
      href: childListHref({ ...listOf(query, null), traits: { heard: reception } }),
    })),
  };
}

function countTable(name: string, rows: readonly (readonly [string, number])[]): ChartTable {
  return {
    columns: [
      { words: name, isNumber: false },
      { words: "Promises", isNumber: true },
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
        ? "Promises overdue, due or broken"
        : `${tabWords[query.promises]} promises`,
    subtitle: [orderWords[query.promises], lostWords(tally)].filter(Boolean).join(" "),
    tabs: promiseTabs.map((tab) => ({
      words: tabLabel(tab, tally, query.promises === tab ? listed.total : null),
      href: handoffsHref({ ...query, promises: tab, page: 1 }),
      isChosen: tab === query.promises,
    })),
    csv: {
      words: query.promises === "due" ? "CSV of all promises" : "CSV",
      href: childListCsvHref(listOf(query, csvChoice[query.promises])),
    },
    none: noneWords[query.promises],
    lines: listed.rows.map((row) => lineOf(row, asOfUs)),
    pagination: paginate(listed, (page) => handoffsHref({ ...query, page })),
  };
}

/** A tab's label with its count, where known. */
function tabLabel(tab: PromiseTab, tally: PromiseTally, listed: number | null): string {
  const count = { due: listed, kept: tally.states.kept, all: tally.all }[tab];
  return count === null ? tabWords[tab] : `${tabWords[tab]} ${formatCount(count)}`;
}

/** Metric and subset of each tab's CSV; due and broken promises are in the file of all. */
const csvChoice: Readonly<Record<PromiseTab, MetricChoice | null>> = {
  due: null,
  kept: { id: "promise_kept_rate", subset: "numerator" },
  all: null,
};

const orderWords: Readonly<Record<PromiseTab, string>> = {
  due: "Overdue first, then due next, then broken.",
  kept: "The latest due first.",
  all: "What needs somebody comes first.",
};

function listOf({ cases }: HandoffsQuery, metric: MetricChoice | null): ChildListTarget {
  return { thing: "promises", cases, metric };
}

/** Whether lost promises are kept less often, if the interval excludes 0. */
function lostWords({ keptOfKnown, keptOfLost }: PromiseTally): string {
  const difference = clusteredDifference(keptOfLost, keptOfKnown);
  if (difference === null) return "";
  const counts = `${formatCount(keptOfLost.hits)} of ${formatCount(keptOfLost.of)} against ${formatCount(keptOfKnown.hits)} of ${formatCount(keptOfKnown.of)}`;
  const way = directionOf(difference);
  if (way === "none") {
    return `No clear difference in how often promises lost on the way are kept: ${counts}.`;
  }
  return `A promise lost on the way is kept ${way === "down" ? "less" : "more"} often: ${counts}.`;
}

function lineOf(
  { caseId, customerId, promise, words, owner }: ListedPromises["rows"][number],
  asOfUs: number,
): PromiseLine {
  const { ordinal, channel, by, what, dueWords, dueUs, received } = promise;
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
    lostAt: isLost
      ? `${received.reception === "denied" ? "not known" : "ignored"} on ${channelWords[received.channel]}`
      : "–",
  };
}
