import { parseChannel } from "@/lib/domain/trace/channel";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { fewOf, type BreakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import type { FindingTopic } from "@/lib/analytics/findings/finding";
import { apartOn, ratesApart } from "@/lib/analytics/findings/rates-apart";
import { joinedByAnd } from "@/lib/format/join-words";
import { rateWords } from "@/lib/format/share-words";
import { sumsWithout } from "@/lib/stats/compare-with-rest";
import { firstWords } from "@/lib/analytics/words/kind-words";

type Facet = Pick<BreakdownPanel, "facet" | "order" | "words"> & {
  /** The heading of its values. */
  readonly group: string;
  /** Singular noun: "case type". */
  readonly noun: string;
  readonly topic: FindingTopic;
  /** The dimension. */
  readonly by: string;
};

/** The SLA page's breakdowns of targets met, in order. */
const facets: readonly Facet[] = [
  {
    ...{
      topic: "sla-by-type",
      facet: "type",
      order: "size",
      group: "Case type",
      noun: "case type",
      by: "case type",
    },
    words: (value) => (value === MISSING ? "No type" : value),
  },
  {
    ...{
      topic: "sla-by-first",
      facet: "first",
      order: "facet",
      group: "First channel",
      noun: "channel",
    },
    by: "first channel",
    words: (value) => {
      const channel = parseChannel(value);
      return channel === null ? "No contact" : firstWords(channel);
    },
  },
];

export type SlaBreakdown = BreakdownPanel & Pick<Facet, "topic">;

/** Share of due cases that ended in time. */
export const slaBreakdowns: readonly SlaBreakdown[] = facets.map(panelOf);

function panelOf({ group, noun, by, ...facet }: Facet): SlaBreakdown {
  return {
    ...{ ...facet, metric: "sla_attainment", columns: { group, hits: "On time" } },
    title: (rates, shown) => {
      if (shown.length === 0) return "No target has come due yet";
      if (shown.length === 1) return `All these cases have the same ${noun}`;
      const comparisons = ratesApart(rates);
      for (const [side, words] of [["below", "less"] as const, ["above", "more"] as const]) {
        const { groups, doubt } = apartOn(side, shown, ({ value }) => comparisons.get(value));
        if (groups.length === 0) continue;
        const names = named(groups.map(({ subject }) => subject.words));
        const [only] = groups;
        const shares =
          groups.length === 1 && only !== undefined
            ? `: ${rateWords(only.sums)} against ${rateWords(sumsWithout(rates.all, only.sums))}`
            : "";
        return `${names}: ended on time ${words} often than the others${shares}${doubt}`;
      }
      return `No clear difference between ${noun}s`;
    },
    subtitle: `Cases that ended on time, of those whose target came due, by ${by}`,
    note: (shown) => {
      const few = fewOf(shown);
      return few.length === 0
        ? ""
        : `Few cases: ${joinedByAnd(few)}. Go by the range there, not the dot.`;
    },
  };
}

/** A list at the start of a sentence. */
function named(groups: readonly string[]): string {
  const words = joinedByAnd(groups);
  return sentenceCase(words);
}
