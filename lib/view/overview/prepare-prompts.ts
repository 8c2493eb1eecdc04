import type { ArmComparison } from "@/lib/rollup/overview/compare-arms";
import type { SideBySide } from "@/lib/rollup/overview/side-by-side";
import type { Estimate } from "@/lib/stats/standardise";
import { meanOf } from "@/lib/stats/sums";
import type { DotRow } from "../charts/chart-model";
import { scaleOf } from "../charts/scale";
import { facetValueWords } from "../facet-words";
import { formatCount, formatCounted } from "../format";
import { directionOf, signed } from "../share-words";
import type { FigureSource } from "./figure-source";
import { listHref, matureHref } from "./overview-links";
import type { DotModel } from "./overview-model";

export type PromptFacts = { readonly pair: SideBySide; readonly comparison: ArmComparison };

/** Two prompts side by side: what one sees, and what is left of it within types of case. */
export function preparePrompts(source: FigureSource, { pair, comparison }: PromptFacts): DotModel {
  const { prompts } = pair;
  const { crude, counts, adjusted, adjustedDifference, crudeDifference, strata, leftOut } =
    comparison;
  const rows: readonly DotRow[] = ([0, 1] as const).map((arm) => {
    const { value, interval } = adjusted[arm];
    return {
      ...{ key: prompts[arm], value, interval, hollow: crude[arm] },
      subject: { channels: [], words: prompts[arm] },
      href: matureHref(source, "prompt", prompts[arm]),
      shown: value.toFixed(2),
      basis: `crude ${crude[arm].toFixed(2)}, n=${formatCount(counts[arm])}`,
    };
  });
  const title = tellComparison(prompts, crudeDifference, adjustedDifference);
  return {
    rows,
    scale: scaleOf(rows, {
      ...{ least: 0, most: Infinity, reference: null },
      wordsOf: (value) => String(Number(value.toFixed(2))),
    }),
    frame: {
      title,
      subtitle: `Two prompts side by side, contacts a case: crude ○, and ● with the same mix of case types, 95% ${comparison.by === "customers" ? "bootstrap interval by customer" : "interval"}`,
      label: `${title}. ${rows.map((row) => `${row.subject.words}: ${row.shown} adjusted, ${row.basis}`).join("; ")}.`,
      table: {
        columns: ["Contacts (cases)", ...prompts].map((words, at) => ({ words, isNumber: at > 0 })),
        rows: strata.map(({ type, arms: sums }) => [
          { words: facetValueWords("type", type) },
          ...([0, 1] as const).map((arm) => ({
            words: `${meanOf(sums[arm]).toFixed(2)} (${formatCount(sums[arm].count)})`,
            href: listHref(source.cases, {
              facets: { prompt: [prompts[arm]], type: [type] },
              metric: { id: "case_resolution_rate", part: "denominator" },
            }),
          })),
        ]),
      },
      links: [],
      note: noteOf(prompts, comparison, leftOut),
    },
  };
}

/** The versions without the template they share. */
function versionOf(prompt: string): string {
  return prompt.slice(prompt.lastIndexOf("@") + 1);
}

/**
 * The finding in words: what the crude figures say of the second prompt, and whether it stands within
 * types of case.
 */
export function tellComparison(
  [first, second]: SideBySide["prompts"],
  crude: Estimate,
  adjusted: Estimate,
): string {
  const [one, other] = [versionOf(first), versionOf(second)];
  const size = (value: number) => Math.abs(value).toFixed(1);
  const needs = (value: number) => (value > 0 ? "more" : "fewer");
  const seems = `${other} looks ${size(crude.value)} contacts ${crude.value > 0 ? "worse" : "better"} than ${one}`;
  const isFlipped = Math.sign(crude.value) !== Math.sign(adjusted.value) && crude.value !== 0;
  const isClear = directionOf(adjusted) !== "none";
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

function noteOf(
  [, second]: SideBySide["prompts"],
  { crudeDifference, adjustedDifference, strata }: ArmComparison,
  leftOut: number,
): string {
  const told = ({ value, interval: [low, high] }: Estimate) =>
    `${signed(value, 2)} (${signed(low, 2)} to ${signed(high, 2)})`;
  const fewer = strata.filter(({ arms: [one, other] }) => meanOf(other) < meanOf(one)).length;
  const rest =
    leftOut === 0
      ? ""
      : ` ${formatCounted(leftOut, "case")} of types that only one of them has are left out.`;
  return `Difference crude ${told(crudeDifference)}, like for like ${told(adjustedDifference)}. ${versionOf(second)} takes fewer contacts in ${formatCount(fewer)} of ${formatCounted(strata.length, "case type")}. Observed, not drawn by lot: other things may differ too.${rest}`;
}
