import { promiseStateAt, type PromiseState } from "@/lib/domain/case/case-promise";
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
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { lateByWords } from "@/lib/format/late-by-words";
import { handoffsHref, type HandoffsQuery } from "./url";
import type { MetricChoice } from "@/lib/analytics/metrics/metric";
import {
  childListCsvHref,
  childListHref,
  type ChildListTarget,
} from "@/lib/analytics/filter/child-list-query";
import { directionOf, percent, percentFrom } from "@/lib/format/share-words";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import { channelWords } from "@/lib/format/wording";
import type { PromiseLine, PromisesModel } from "./handoffs-model";
import { clusteredDifference } from "./kept-words";

/** A page of promises with their cases. */
export type ListedPromises = {
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly { readonly caseId: string; readonly promise: PromiseRow }[];
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
  { state: "unknown", words: "Cannot be checked", fill: "dots" },
  { state: "open", words: "Not due yet or no date", fill: "empty" },
];

const receptions: readonly {
  readonly reception: EntityDimensions["promises"]["reception"];
  readonly words: string;
  readonly fill: BarFill;
}[] = [
  { reception: "known", words: "Known", fill: "solid" },
  { reception: "denied", words: "Denied", fill: "diagonal" },
  { reception: "ignored", words: "Not taken up", fill: "lines" },
  { reception: "not-mentioned", words: "Never mentioned again", fill: "dots" },
  { reception: "none", words: "No later contact", fill: "empty" },
];

const tabWords: Readonly<Record<PromiseTab, string>> = {
  due: "Due and broken",
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
      : `${formatCount(hits)} of ${formatCounted(of, "promise")} that can be checked ${hits === 1 || of === 1 ? "was" : "were"} kept in time`;
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
      note: "Late and overdue count as not kept; what cannot be checked counts as neither. Kept: seen in a tool's write or a contact of the company's own, or said by the customer or a later agent.",
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
      : `${formatCount(lost)} of ${formatCounted(heard, "promise")} that came up again ${lost === 1 || heard === 1 ? "was" : "were"} not known there`;
  return {
    frame: {
      title,
      subtitle: "Promises by what the next contact that they came up in knew of them",
      label: title,
      table: countTable(
        "Next contact",
        receptions.map(({ reception, words }) => [words, tally.receptions[reception]]),
      ),
      links: [],
      note: "Denied and not taken up count as lost; what nobody mentioned counts as neither.",
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
      query.promises === "due" ? "Promises due or broken" : `${tabWords[query.promises]} promises`,
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
  due: "Overdue first, then what is due next, then what was broken.",
  kept: "The latest due first.",
  all: "By state, what needs somebody first.",
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

function lineOf({ caseId, promise }: ListedPromises["rows"][number], asOfUs: number): PromiseLine {
  const { ordinal, channel, by, what, dueWords, dueUs, received } = promise;
  const isLost = received?.reception === "denied" || received?.reception === "ignored";
  return {
    ...{ caseId, channel, by, what, dueWords, dueUs },
    key: `${caseId} ${String(ordinal)}`,
    href: caseViewHref(caseId, { item: `p${String(ordinal)}` }),
    state: stateView(promise, asOfUs),
    lostAt: isLost
      ? `${received.reception === "denied" ? "not known" : "not taken up"} on ${channelWords[received.channel]}`
      : "–",
  };
}

/** A promise's state with the time overdue or left. */
export function stateView(
  promise: Pick<PromiseRow, "kind" | "status" | "settledUs" | "dueUs">,
  asOfUs: number,
): VerdictView {
  const { dueUs, settledUs } = promise;
  switch (promiseStateAt(promise, asOfUs)) {
    case "kept":
      return { tone: "pass", label: "kept" };
    case "late":
      return { tone: "fail", label: lateByWords(dueUs, settledUs) };
    case "broken":
      return { tone: "fail", label: "broken" };
    case "overdue":
      return { tone: "fail", label: `${formatDuration(asOfUs - (dueUs ?? asOfUs))} overdue` };
    case "unknown":
      return { tone: "none", label: "cannot be checked" };
    case "open":
      return dueUs === null
        ? { tone: "none", label: "no date" }
        : { tone: "warn", label: `${formatDuration(dueUs - asOfUs)} left` };
  }
}
