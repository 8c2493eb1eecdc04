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
import { noType } from "./words/page";
import * as words from "./words/tables";

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
      ...words.breakdowns.type,
    },
    words: (value) => (value === MISSING ? noType : value),
  },
  {
    ...{
      topic: "sla-by-first",
      facet: "first",
      order: "facet",
      ...words.breakdowns.first,
    },
    words: (value) => {
      const channel = parseChannel(value);
      return channel === null ? words.breakdowns.noContact : firstWords(channel);
    },
  },
];

export type SlaBreakdown = BreakdownPanel & Pick<Facet, "topic">;

/** Share of due cases that ended in time. */
export const slaBreakdowns: readonly SlaBreakdown[] = facets.map(panelOf);

function panelOf({ group, noun, by, ...facet }: Facet): SlaBreakdown {
  return {
    ...{ ...facet, metric: "sla_attainment", columns: { group, hits: words.breakdowns.hits } },
    title: (rates, shown) => {
      if (shown.length === 0) return words.breakdowns.noneDue;
      if (shown.length === 1) return words.sameGroup(noun);
      const comparisons = ratesApart(rates);
      for (const side of ["below", "above"] as const) {
        const { groups, doubt } = apartOn(side, shown, ({ value }) => comparisons.get(value));
        if (groups.length === 0) continue;
        const names = named(groups.map(({ subject }) => subject.words));
        const [only] = groups;
        const shares =
          groups.length === 1 && only !== undefined
            ? words.shareAgainst(rateWords(only.sums), rateWords(sumsWithout(rates.all, only.sums)))
            : "";
        return `${words.apartFromOthers(names, side)}${shares}${doubt}`;
      }
      return words.noDifference(noun);
    },
    subtitle: words.breakdownSubtitle(by),
    note: (shown) => {
      const few = fewOf(shown);
      return few.length === 0 ? "" : words.fewCases(joinedByAnd(few));
    },
  };
}

/** A list at the start of a sentence. */
function named(groups: readonly string[]): string {
  return sentenceCase(joinedByAnd(groups));
}
