import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import {
  contactsByFirst,
  isCompared,
  meanContacts,
  type CaseContacts,
  type FirstContacts,
} from "@/lib/analytics/outcomes/compare-contacts";
import { compareWithLimit } from "@/lib/stats/compare-with-rest";
import { meanOf } from "@/lib/stats/sums";
import type { DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import { apartOn } from "@/lib/analytics/findings/rates-apart";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { isFew } from "@/lib/format/share-words";
import { firstWords, onChannel } from "@/lib/analytics/words/kind-words";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";

/**
 * Contacts per case by first channel, crude and standardised to the overall mix of case types: each channel
 * against the whole, never against another (domain.md §1.6).
 */
export function prepareAdjusted(cases: CasesQuery, contacts: CaseContacts): DotModel {
  const grand = meanContacts(contacts);
  const found = contactsByFirst(contacts);
  const metric = { id: "case_resolution_rate", subset: "denominator" } as const;
  const hrefOf = (first: string) => listHref(cases, { facets: { first: [first] }, metric });
  const rows: readonly DotRow[] = found.map(({ first, sums, standard }) => {
    const { value, interval } = standard.adjusted;
    const isEnough = isCompared({ sums });
    const range = `${interval[0].toFixed(1)}–${interval[1].toFixed(1)}`;
    return {
      key: first,
      subject: { channels: [first], words: firstWords(first) },
      href: hrefOf(first),
      value: isEnough ? value : null,
      interval: isEnough ? interval : null,
      hollow: meanOf(sums),
      shown: isEnough ? value.toFixed(2) : `counted ${meanOf(sums).toFixed(2)}`,
      basis: `${isEnough ? `${range}, counted ${meanOf(sums).toFixed(2)}, ` : ""}${formatCounted(sums.count, "case")}${isFew(sums.count) ? ", few" : ""}`,
    };
  });
  const title = titleOf(found);
  const reference = Number.isNaN(grand)
    ? null
    : { at: grand, words: `all cases ${grand.toFixed(2)}` };
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: Infinity, reference },
      wordsOf: (value) => String(Number(value.toFixed(2))),
    }),
    frame: {
      title,
      subtitle: "Contacts per case by first channel: ○ as counted, ● for the usual case types",
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: [
          "First channel",
          "Cases",
          "As counted",
          "Usual for its case types",
          "Like for like",
          "Times the usual",
        ].map((words, at) => ({ words, isNumber: at > 0 })),
        rows: found.map(({ first, sums, standard }) => [
          { words: firstWords(first) },
          { words: formatCount(sums.count), href: hrefOf(first) },
          { words: meanOf(sums).toFixed(2) },
          { words: (standard.expected / sums.count).toFixed(2) },
          { words: standard.adjusted.value.toFixed(2) },
          { words: standard.ratio.value.toFixed(2) },
        ]),
      },
      links: [],
      note: "Compare each channel with all cases, not with another channel: they get different kinds of case.",
    },
  };
}

function titleOf(found: readonly FirstContacts[]): string {
  if (found.length < 2) {
    return found.length === 0
      ? "No case here has a first channel"
      : "All cases here have the same first channel";
  }
  const shown = found.filter(isCompared);
  for (const [side, words] of [["above", "more"] as const, ["below", "fewer"] as const]) {
    const { groups, doubt } = apartOn(side, shown, ({ standard }) =>
      compareWithLimit(standard.ratio, 1, shown.length),
    );
    if (groups.length === 0) continue;
    const names = joinedByAnd(groups.map(({ first }) => onChannel(first)));
    return `Cases that start ${names} take ${words} contacts than their case types explain${doubt}`;
  }
  return "No first channel takes clearly more contacts than its case types explain";
}
