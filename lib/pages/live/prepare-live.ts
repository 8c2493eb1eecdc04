import type { CaseNote } from "@/lib/domain/case/decision";
import { liveSections, type LiveItem } from "@/lib/analytics/live/rank-live";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import { paginate } from "@/lib/format/address/paginate";
import { formatCount, formatInstant } from "@/lib/format/format";
import { isOn, itemsOf, livePageSize, narrowed } from "./live-lists";
import { liveRowOf, type RowFacts } from "./live-rows";
import type { LiveModel, ShiftEntry } from "./live-model";
import { liveLede } from "./prepare-lede";
import { liveHref, liveLists, type LiveQuery } from "./url";
import * as words from "./words/cases";

/** Values in a menu. */
const optionsMax = 40;

/** The page's data. */
export type LiveFacts = RowFacts & {
  /** The sequence's value before anything was read. */
  readonly sequence: number;
  /** Ranked, within the scope. */
  readonly items: readonly LiveItem[];
  /** Public id of the viewer. */
  readonly viewer: string;
  readonly newestUs: number | null;
  readonly isWorkspaceEmpty: boolean;
  /** Whether there were more cases than are looked at. */
  readonly isCapped: boolean;
  /** What was done with cases, where it is asked for. */
  readonly log: readonly ShiftEntry[];
};

/** Prepares the Live page. @param notes the last note on each shown case, by case id */
export function prepareLive(
  asked: LiveQuery,
  facts: LiveFacts,
  notes: ReadonlyMap<string, CaseNote>,
): LiveModel {
  const { items, viewer, now, newestUs, isWorkspaceEmpty, isCapped } = facts;
  const { all, page, shown, left } = itemsOf(asked, items, viewer);
  const query = { ...asked, page };
  const within = narrowed(query, items);
  const onNow = within.filter((item) => isOn("now", item, viewer));
  return {
    ...{ query, viewer, asOfUs: now.asOfUs, sequence: facts.sequence, isWorkspaceEmpty },
    asOfWords: `${formatInstant(now.asOfUs, "minute", now.zone)} ${now.zone}`,
    ...liveLede(onNow, newestUs, now.zone),
    tabs: liveLists.map((list) => ({
      words: tabWords({ ...query, list }, items, viewer),
      href: liveHref({ ...query, list, page: 1, isLong: false }),
      isChosen: list === query.list,
    })),
    filters: [
      choice(query, "agent", items, ({ live }) => live.agents),
      choice(query, "team", items, ({ live }) => live.teams),
    ],
    found: query.find === "" ? "" : words.findWords(query.find, within.length),
    sections: liveSections.flatMap((key) => {
      // The parts are about a case's first reason, which on these lists may be another one.
      if (query.list === "promises" || query.list === "sla") return [];
      const count = all.filter(({ section }) => section === key).length;
      return count === 0
        ? []
        : [{ key, words: words.sectionWords[key], count: formatCount(count) }];
    }),
    left:
      left === 0
        ? null
        : { words: words.leftOutWords(left), href: liveHref({ ...query, page: 1, isLong: true }) },
    log: facts.log,
    rows: shown.map((item) => liveRowOf(item, facts, notes.get(item.live.caseId) ?? null)),
    pagination: paginate({ page, pageSize: livePageSize, total: all.length }, (each) =>
      liveHref({ ...query, page: each }),
    ),
    empty: query.find === "" ? words.emptyWords[query.list] : words.list.noMatch,
    caveat: isCapped ? words.list.capped : "",
  };
}

/**
 * The model of another viewer of the same scope: all but the list of their own cases is the same.
 * @param model of a list other than that one
 */
export function forViewer(model: LiveModel, items: readonly LiveItem[], viewer: string): LiveModel {
  if (model.viewer === viewer) return model;
  const mine: LiveQuery = { ...model.query, list: "mine" };
  const tabs = model.tabs.map((tab, at) =>
    liveLists[at] === "mine" ? { ...tab, words: tabWords(mine, items, viewer) } : tab,
  );
  return { ...model, viewer, tabs };
}

function tabWords(query: LiveQuery, items: readonly LiveItem[], viewer: string): string {
  const name = words.listWords[query.list];
  if (query.list === "log") return name;
  return `${name} ${formatCount(itemsOf(query, items, viewer).all.length)}`;
}

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
  const { lead, all } = words.filters[name];
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
