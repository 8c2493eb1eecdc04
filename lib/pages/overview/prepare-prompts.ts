import type { BesideComparison } from "@/lib/analytics/compare/compare-beside";
import type { ArmEstimate } from "@/lib/analytics/compare/compare-arms";
import { leastCases } from "@/lib/analytics/compare/strata-of";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import { meanOf } from "@/lib/stats/sums";
import type { DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import {
  listedWords,
  shortName,
  stratumFacets,
  stratumRowsMax,
  stratumWords,
} from "@/lib/analytics/compare/stratum-words";
import { wayOf } from "@/lib/analytics/compare/describe-comparison";
import { compareHref, defaultCompareQuery } from "@/lib/pages/compare/url";
import { formatCount, formatCounted } from "@/lib/format/format";
import { signed } from "@/lib/format/share-words";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { DotModel } from "@/lib/analytics/charts/chart-model";

const arms = ["a", "b"] as const;
const metric = { id: "touchpoints_per_case", subset: "denominator" } as const;

/** Two prompt versions: crude difference, and adjusted for kind of case. */
export function preparePrompts({ cases }: FigureSource, compared: BesideComparison): DotModel {
  const { pair, comparison, adjusted } = compared;
  const [a, b] = pair;
  const nameOf = { a, b };
  const rows = arms.map((arm): DotRow => {
    const { value, interval } = adjusted[arm];
    const crude = meanOf(comparison[arm]);
    return {
      ...{ key: nameOf[arm], value, interval, hollow: crude },
      subject: { channels: [], words: nameOf[arm] },
      href: listHref(cases, { facets: { firstPrompt: [nameOf[arm]] }, metric }),
      shown: value.toFixed(2),
      basis: `crude ${crude.toFixed(2)}, n=${formatCount(comparison[arm].count)}`,
    };
  });
  const title = describeComparison(
    pair,
    comparison.crude ?? adjusted.difference,
    adjusted.difference,
  );
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: Infinity, reference: null },
      wordsOf: (value) => String(Number(value.toFixed(2))),
    }),
    frame: {
      title,
      subtitle:
        "Two prompts side by side, contacts a case: crude ○, and ● with the same mix of kinds of case, 95% bootstrap interval by customer",
      label: `${title}. ${rows.map((row) => `${row.subject.words}: ${row.shown} adjusted, ${row.basis}`).join("; ")}.`,
      table: {
        columns: ["Contacts (cases)", ...pair].map((words, at) => ({ words, isNumber: at > 0 })),
        rows: comparison.strata
          .filter(({ isCompared }) => isCompared)
          .slice(0, stratumRowsMax)
          .map((stratum) => [
            { words: stratumWords(stratum) },
            ...arms.map((arm) => ({
              words: `${meanOf(stratum[arm]).toFixed(2)} (${formatCount(stratum[arm].count)})`,
              href: listHref(cases, {
                facets: { ...stratumFacets(stratum), firstPrompt: [nameOf[arm]] },
                metric,
              }),
            })),
          ]),
      },
      links: [
        {
          words: "Other outcomes of the two",
          href: compareHref({ ...defaultCompareQuery, cases, a, b }),
        },
      ],
      note: noteOf(compared),
    },
  };
}

/** The finding as text: the crude difference, and whether it holds within kinds of case. */
export function describeComparison(
  [a, b]: ArmPair,
  crude: ArmEstimate,
  adjusted: ArmEstimate,
): string {
  const [one, other] = [shortName(a, b), shortName(b, a)];
  const size = (value: number) => Math.abs(value).toFixed(1);
  const needs = (value: number) => (value > 0 ? "more" : "fewer");
  const seems = `${other} looks ${size(crude.value)} contacts ${crude.value > 0 ? "worse" : "better"} than ${one}`;
  const isFlipped = Math.sign(crude.value) !== Math.sign(adjusted.value) && crude.value !== 0;
  const isClear = wayOf(adjusted) !== "none";
  const kind = crude.value > 0 ? "harder" : "easier";
  if (isFlipped) {
    const lead = `${seems} because it gets the ${kind} cases`;
    return isClear
      ? `${lead}: like for like it takes ${size(adjusted.value)} ${needs(adjusted.value)}`
      : `${lead}: like for like no clear difference is left`;
  }
  if (!isClear)
    return `Like for like, ${one} and ${other} take about as many contacts: no clear difference`;
  return `Like for like, ${other} takes ${size(adjusted.value)} contacts ${needs(adjusted.value)} than ${one}`;
}

function noteOf({ pair: [a, b], comparison, adjusted }: BesideComparison): string {
  const { crude, strata, least } = comparison;
  const estimateWords = ({ value, interval }: ArmEstimate) =>
    interval === null
      ? signed(value, 2)
      : `${signed(value, 2)} (${signed(interval[0], 2)} to ${signed(interval[1], 2)})`;
  const compared = strata.filter(({ isCompared }) => isCompared);
  const fewer = compared.filter((each) => meanOf(each.b) < meanOf(each.a)).length;
  const leftOut = strata
    .filter(({ isCompared }) => !isCompared)
    .reduce((sum, each) => sum + each.a.count + each.b.count, 0);
  return [
    ...(crude === null
      ? []
      : [
          `Difference crude ${estimateWords(crude)}, like for like ${estimateWords(adjusted.difference)}.`,
        ]),
    `${shortName(b, a)} takes fewer contacts in ${formatCount(fewer)} of ${formatCounted(compared.length, "kind")} of case with at least ${String(least)} cases of both${least < leastCases ? ", which are few" : ""}.`,
    "Observed, not drawn by lot: other things may differ too.",
    ...(leftOut === 0 ? [] : [`${formatCounted(leftOut, "case")} of other kinds are left out.`]),
    ...listedWords(compared.length),
  ].join(" ");
}
