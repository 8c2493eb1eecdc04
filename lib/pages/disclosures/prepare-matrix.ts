import type { RuleTally, StatusCounts } from "@/lib/analytics/disclosures/tally-disclosures";
import type { FoundValue } from "@/lib/analytics/facets/child-traits";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { percentRange, rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { CountLink, DisclosuresModel, MatrixCell, MatrixRow } from "./disclosures-model";
import { requiredOf } from "./prepare-lede";
import { disclosuresHref, type DisclosuresQuery } from "./url";

/**
 * Rules by channel: the share given, with its interval, and what was not given or is not evaluable.
 * @param on ids of the rules that are on; those that required nothing are named below
 */
export function prepareMatrix(
  rules: readonly RuleTally[],
  on: readonly string[],
  query: DisclosuresQuery,
): DisclosuresModel["matrix"] {
  const silent = on.filter((id) => !rules.some(({ rule }) => rule === id)).map(ruleName);
  const also =
    silent.length === 0
      ? ""
      : `Also on, but not required in any of these contacts: ${joinedByAnd(silent)}. `;
  const shown = channels.filter((channel) => rules.some(({ byChannel }) => byChannel.has(channel)));
  return {
    channels: shown,
    rows: rules.map((tally) => rowOf(tally, shown, query)),
    foot: `${also}Percentages are of those given as the rule requires; late, incomplete, out of order or by another speaker counts as not given. What can’t be evaluated is left out. Sample rules, dated and sourced, are not legal advice.`,
  };
}

function rowOf(
  { rule, all, byChannel, toReview }: RuleTally,
  shown: readonly Channel[],
  query: DisclosuresQuery,
): MatrixRow {
  const { hits, of } = requiredOf(all);
  return {
    rule,
    name: ruleName(rule),
    cells: shown.map((channel) => cellOf(rule, channel, byChannel.get(channel), query)),
    required: countLink(
      of,
      childListHref({
        ...{ thing: "disclosures", cases: query.cases, traits: { rule } },
        metric: { id: "disclosures_given", subset: "denominator" },
      }),
    ),
    given: countLink(hits, listHref(query, rule, "given")),
    notGiven: countLink(of - hits, listHref(query, rule, "not_given")),
    toReview: countLink(
      toReview,
      childListHref({
        ...{ thing: "disclosures", cases: query.cases },
        traits: { rule, found: "not_given", review: "open" },
      }),
    ),
    notEvaluable: countLink(all.not_evaluable, listHref(query, rule, "not_evaluable")),
  };
}

function countLink(count: number, href: string): CountLink {
  return { words: formatCount(count), href: count === 0 ? null : href };
}

function listHref({ cases }: DisclosuresQuery, rule: string, found: FoundValue): string {
  return childListHref({ thing: "disclosures", cases, traits: { rule, found } });
}

function cellOf(
  rule: string,
  channel: Channel,
  counts: StatusCounts | undefined,
  query: DisclosuresQuery,
): MatrixCell {
  if (counts === undefined) return { channel, shown: null };
  const { hits, of } = requiredOf(counts);
  const open = of - hits;
  const unread = counts.not_evaluable;
  const interval = wilsonInterval(hits, of);
  const unreadWords = `${formatCount(unread)} not evaluable`;
  const rate = of === 0 ? unreadWords : rateWords({ hits, of });
  const judged = [`${formatCount(open)} not given`, ...(unread === 0 ? [] : [unreadWords])];
  const notes = of === 0 ? [] : judged;
  return {
    channel,
    shown: {
      ...{ rate, notes },
      interval: interval === null ? "" : percentRange(interval, of),
      share: of === 0 ? null : hits / of,
      href: disclosuresHref({
        ...query,
        ...{ rule, on: channel, page: 1, finding: null },
        ...{ by: null, review: null, severity: null, reviewer: null, days: null },
        found: of === 0 ? "not_evaluable" : open === 0 ? "given" : "not_given",
      }),
      label: `${ruleName(rule)} on ${channelWords[channel]}: ${of === 0 ? "" : `given in ${formatCount(hits)} of ${formatCounted(of, "contact")}, `}${notes.join(", ")}`,
      isChosen: query.rule === rule && query.on === channel,
    },
  };
}
