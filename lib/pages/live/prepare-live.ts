import type { CaseNote } from "@/lib/domain/case/decision";
import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import type { ReasonKind } from "@/lib/analytics/live/find-reasons";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { paginate } from "@/lib/format/address/paginate";
import { leftWords } from "@/lib/format/clock-words";
import { formatCount, formatInstant } from "@/lib/format/format";
import { agentWords, type Tone } from "@/lib/format/wording";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { caseViewHref } from "@/lib/pages/case/url";
import { caseHref } from "@/lib/pages/case/href";
import { customerHref } from "@/lib/pages/customer/url";
import {
  emptyWords,
  listWords,
  liveLede,
  offWords,
  promiseLeft,
  reasonSentence,
  type LiveNow,
} from "./live-words";
import type { LiveModel, LivePromiseLine, LiveRow } from "./live-model";
import { liveHref, liveLists, type LiveList, type LiveQuery } from "./url";

/** Rows of a page. */
const livePageSize = 50;
/** Values in a menu. */
const optionsMax = 40;

/** The page's data. */
export type LiveFacts = {
  readonly now: LiveNow;
  /** The sequence's value before anything was read. */
  readonly sequence: number;
  /** Ranked, within the scope. */
  readonly items: readonly LiveItem[];
  /** Public id of the viewer. */
  readonly viewer: string;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
  readonly newestUs: number | null;
  readonly isWorkspaceEmpty: boolean;
  /** Whether there were more cases than are looked at. */
  readonly isCapped: boolean;
  readonly statusOf: (item: LiveItem) => SlaStatus;
};

const hasKind = ({ reasons }: LiveItem, kinds: readonly ReasonKind[]) =>
  reasons.some(({ kind }) => kinds.includes(kind));

/** Whether an item is on a list. @param viewer public id */
function isOn(list: LiveList, item: LiveItem, viewer: string): boolean {
  switch (list) {
    case "snoozed":
    case "handled":
      return item.place === list;
    case "now":
      return item.place === "now";
    case "mine":
      return item.attention?.assignee === viewer && item.place !== "handled";
    case "promises":
      return item.place === "now" && hasKind(item, ["promise-due", "promise-overdue"]);
    case "sla":
      return item.place === "now" && hasKind(item, ["sla-risk", "sla-overdue"]);
  }
}

/** The items on a list of a query, and those on one of its pages; a page beyond the last is the last. */
export function itemsOf(query: LiveQuery, items: readonly LiveItem[], viewer: string) {
  const all = filtered(query, items).filter((item) => isOn(query.list, item, viewer));
  const page = Math.max(1, Math.min(query.page, Math.ceil(all.length / livePageSize)));
  return { all, page, shown: all.slice((page - 1) * livePageSize, page * livePageSize) };
}

function filtered({ agent, team }: Pick<LiveQuery, "agent" | "team">, items: readonly LiveItem[]) {
  return items.filter(
    ({ live }) =>
      (agent === null || live.agents.includes(agent)) &&
      (team === null || live.teams.includes(team)),
  );
}

/** Prepares the Live page. @param notes the notes on the shown cases, by case id, oldest first */
export function prepareLive(
  asked: LiveQuery,
  facts: LiveFacts,
  notes: ReadonlyMap<string, readonly CaseNote[]>,
): LiveModel {
  const { items, viewer, now, newestUs, isWorkspaceEmpty, isCapped } = facts;
  const { all, page, shown } = itemsOf(asked, items, viewer);
  const query = { ...asked, page };
  const within = filtered(query, items);
  const onNow = within.filter((item) => isOn("now", item, viewer));
  return {
    ...{ query, asOfUs: now.asOfUs, sequence: facts.sequence, isWorkspaceEmpty },
    asOfWords: `${formatInstant(now.asOfUs, "minute", now.zone)} ${now.zone}`,
    ...liveLede(onNow, newestUs, now.zone),
    tabs: liveLists.map((list) => ({
      words: `${listWords[list]} ${formatCount(within.filter((item) => isOn(list, item, viewer)).length)}`,
      href: liveHref({ ...query, list, page: 1 }),
      isChosen: list === query.list,
    })),
    filters: [
      choice(query, "agent", items, ({ live }) => live.agents),
      choice(query, "team", items, ({ live }) => live.teams),
    ],
    rows: shown.map((item) => rowOf(item, facts, notes.get(item.live.caseId) ?? [])),
    pagination: paginate({ page, pageSize: livePageSize, total: all.length }, (each) =>
      liveHref({ ...query, page: each }),
    ),
    empty: emptyWords[query.list],
    caveat: isCapped
      ? "There are more open cases than this page looks at; these are the ones with the latest contacts."
      : "",
  };
}

const choiceWords = {
  agent: { lead: "served by", all: "any agent" },
  team: { lead: "of", all: "any team" },
} as const;

function choice(
  query: LiveQuery,
  name: "agent" | "team",
  items: readonly LiveItem[],
  valuesOf: (item: LiveItem) => readonly string[],
): FilterChoice {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { lead, all } = choiceWords[name];
  const hrefWith = (value: string | null) => liveHref({ ...query, [name]: value, page: 1 });
  const chosen = query[name];
  const listed = [...counts]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, optionsMax);
  return {
    ...{ lead, name: all, shown: chosen ?? all },
    options: [
      { words: all, href: hrefWith(null), isChosen: chosen === null },
      ...listed.map(([value, count]) => ({
        words: `${value} · ${formatCount(count)}`,
        href: hrefWith(value),
        isChosen: chosen === value,
      })),
    ],
  };
}

function rowOf(item: LiveItem, facts: LiveFacts, notes: readonly CaseNote[]): LiveRow {
  const { live, attention } = item;
  const { now, viewer, names } = facts;
  const { caseId, customerId, lastWords } = live;
  const assignee = attention?.assignee ?? null;
  return {
    ...{ caseId, href: caseHref(caseId), channel: live.channel },
    sentence: reasonSentence(item, now),
    left: leftOf(item, facts),
    owner: assignee === null ? null : (names.get(assignee) ?? "somebody else"),
    isMine: assignee === viewer,
    agent: live.agents[0] ?? "",
    team: live.team ?? "",
    customer: customerId === null ? null : { id: customerId, href: customerHref(customerId) },
    lastWords:
      lastWords === null
        ? null
        : { ...lastWords, speaker: lastWords.speaker === "customer" ? "Customer" : "Agent" },
    note: notes.at(-1)?.text ?? null,
    off: offWords(item, now.zone),
    promises: promisesOf(item, now.asOfUs),
  };
}

function leftOf(item: LiveItem, facts: LiveFacts): LiveRow["left"] {
  const first = item.reasons.find(({ dueUs }) => dueUs !== null);
  if (first === undefined || first.dueUs === null) return null;
  if (first.promise !== undefined) return promiseLeft(first.dueUs, facts.now.asOfUs);
  const tone: Tone = first.kind === "sla-risk" ? "warn" : "fail";
  return { tone, label: leftWords(facts.statusOf(item), facts.now.zone) };
}

function promisesOf({ live, reasons }: LiveItem, asOfUs: number): readonly LivePromiseLine[] {
  return reasons.flatMap(({ promise, dueUs }) => {
    if (promise === undefined || dueUs === null) return [];
    const { ordinal, what, quote, agentId, by } = promise;
    const item = `p${String(ordinal)}`;
    return [
      {
        key: `${live.caseId} ${String(ordinal)}`,
        href: caseViewHref(live.caseId, { item }),
        ...{ what: sentenceCase(what), quote, dueUs },
        by: agentId ?? agentWords[by],
        state: promiseLeft(dueUs, asOfUs),
      },
    ];
  });
}
