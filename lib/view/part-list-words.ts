import { findMetric } from "@/lib/rollup/metrics/metrics";
import { partWords } from "@/lib/rollup/metrics/metric";
import { periodWords } from "./facet-words";
import { filterClauses } from "./filter-sentence";
import { formatCount } from "./format";
import type { PartListModel } from "./part-list-model";
import type { ListedThing, NextChannel, PartListQuery } from "./part-list-query";
import { channelWords } from "./wording";

/** What is listed, with how many: "34 contained contacts whose customer was back within 72 hours". */
export function partListTitle({ thing, metric }: PartListQuery, total: number): string {
  const found = metric === null ? null : findMetric(metric.id);
  const words = found === null || metric === null ? null : partWords(found, metric.part);
  return `${formatCount(total)} ${words ?? thing}`;
}

const leads: Readonly<Record<ListedThing, { readonly on: string; readonly to: string }>> = {
  contacts: { on: "on", to: "then back on" },
  handoffs: { on: "from", to: "to" },
  promises: { on: "made on", to: "that came up on" },
};

/** The filters in force, besides the metric. */
export function partListFilters(query: PartListQuery): PartListModel["filters"] {
  const { thing, cases, on, to } = query;
  const first = { ...query, page: 1 };
  const own = [
    ...(on === null
      ? []
      : [{ words: `${leads[thing].on} ${channelWords[on]}`, without: { ...first, on: null } }]),
    ...(to === null
      ? []
      : [{ words: `${leads[thing].to} ${nextWords(to)}`, without: { ...first, to: null } }]),
  ];
  const period =
    cases.period === "all"
      ? []
      : [
          {
            words: `of cases opened ${periodWords(cases.period)}`,
            without: { ...first, cases: { ...cases, period: "all" as const } },
          },
        ];
  const ofCases = filterClauses(cases).map(({ lead, words, without }) => ({
    words: `of cases ${lead} ${words}`,
    without: { ...first, cases: without },
  }));
  return [...own, ...period, ...ofCases];
}

function nextWords(to: NextChannel): string {
  return to === "another case" ? to : channelWords[to];
}
