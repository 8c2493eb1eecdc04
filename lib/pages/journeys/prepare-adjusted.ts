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
import { formatCount } from "@/lib/format/format";
import { isFew } from "@/lib/format/share-words";
import { firstWords, onChannel, sameFirst } from "@/lib/analytics/words/kind-words";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import { adjustedWords as words } from "./words";

/**
 * Contacts per case by first channel, crude and standardised to the overall mix of case types: each channel
 * against the whole, never against another.
 */
export function prepareAdjusted(cases: CasesQuery, contacts: CaseContacts): DotModel {
  const grand = meanContacts(contacts);
  const found = contactsByFirst(contacts);
  const metric = { id: "touchpoints_per_case", subset: "denominator" } as const;
  const hrefOf = (first: string) => listHref(cases, { facets: { first: [first] }, metric });
  const rows: readonly DotRow[] = found.map(({ first, sums, standard }) => {
    const { value, interval } = standard.adjusted;
    const isEnough = isCompared({ sums });
    const counted = words.counted(meanOf(sums).toFixed(2));
    const range = `${interval[0].toFixed(1)}–${interval[1].toFixed(1)}`;
    return {
      key: first,
      subject: { channels: [first], words: firstWords(first) },
      href: hrefOf(first),
      value: isEnough ? value : null,
      interval: isEnough ? interval : null,
      hollow: meanOf(sums),
      shown: isEnough ? value.toFixed(2) : counted,
      basis: `${isEnough ? `${range}, ${counted}, ` : ""}${words.cases(sums.count)}${isFew(sums.count) ? words.few : ""}`,
    };
  });
  const title = titleOf(found);
  const reference = Number.isNaN(grand) ? null : { at: grand, words: words.all(grand.toFixed(2)) };
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: Infinity, reference },
      wordsOf: (value) => String(Number(value.toFixed(2))),
    }),
    frame: {
      title,
      subtitle: words.subtitle,
      label: `${title}. ${rows.map((row) => `${row.subject.words} ${row.shown}`).join(", ")}.`,
      table: {
        columns: words.columns.map((name, at) => ({ words: name, isNumber: at > 0 })),
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
      note: words.note,
    },
  };
}

function titleOf(found: readonly FirstContacts[]): string {
  if (found.length < 2) {
    return found.length === 0 ? words.none : sameFirst;
  }
  const shown = found.filter(isCompared);
  for (const side of ["above", "below"] as const) {
    const { groups, doubt } = apartOn(side, shown, ({ standard }) =>
      compareWithLimit(standard.ratio, 1, shown.length),
    );
    if (groups.length === 0) continue;
    const places = groups.map(({ first }) => onChannel(first));
    return words.apart(places, words.sides[side], besideOf(groups), doubt);
  }
  return words.noneApart;
}

/** The counts of one channel, as its finding has them; "" of several. */
function besideOf([group, ...others]: readonly FirstContacts[]): string {
  if (group === undefined || others.length > 0) return "";
  const own = meanOf(group.sums);
  return words.beside(own.toFixed(2), (own - group.difference.value).toFixed(2));
}
