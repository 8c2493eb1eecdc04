import { parseChannel } from "@/lib/domain/trace/channel";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { Deviation } from "@/lib/stats/compare-with-rest";
import { fewOf, type BreakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { ratesApart } from "@/lib/analytics/findings/rates-apart";
import { joinedByAnd } from "@/lib/format/join-words";
import { firstWords } from "@/lib/analytics/words/kind-words";

type Facet = Pick<BreakdownPanel, "facet" | "order" | "words"> & {
  /** The heading of its values. */
  readonly group: string;
  /** Singular noun: "case type". */
  readonly noun: string;
  /** The dimension. */
  readonly by: string;
};

/** The SLA page's breakdowns of targets met, in order. */
const facets: readonly Facet[] = [
  {
    ...{ facet: "type", order: "size", group: "Case type", noun: "case type", by: "case type" },
    words: (value) => (value === MISSING ? "No type" : value),
  },
  {
    ...{ facet: "first", order: "facet", group: "First channel", noun: "channel" },
    by: "channel a case began on",
    words: (value) => {
      const channel = parseChannel(value);
      return channel === null ? "No contact" : firstWords(channel);
    },
  },
];

/** Share of due cases that ended in time. */
export const slaBreakdowns: readonly BreakdownPanel[] = facets.map(panelOf);

function panelOf({ group, noun, by, ...facet }: Facet): BreakdownPanel {
  return {
    ...{ ...facet, metric: "sla_attainment", columns: { group, hits: "In time" } },
    title: (rates, shown) => {
      if (shown.length === 0) return "No target has come due yet";
      if (shown.length === 1) return `All these cases are of one ${noun}`;
      const sides = ratesApart(rates);
      const on = (side: Deviation) =>
        shown.filter(({ value }) => sides.get(value) === side).map(({ subject }) => subject.words);
      const [less, more] = [on("below"), on("above")];
      if (less.length > 0) return `${named(less)}: ended in time less often than the others`;
      if (more.length > 0) return `${named(more)}: ended in time more often than the others`;
      return `No ${noun} can be told apart from the others`;
    },
    subtitle: `Cases that ended in time, of those whose target came due, by ${by}, with its 95% interval`,
    note: (shown) => {
      const few = fewOf(shown);
      return few.length === 0
        ? ""
        : `Few cases: ${joinedByAnd(few)}. Read the interval there, not the dot.`;
    },
  };
}

/** A list at the start of a sentence. */
function named(groups: readonly string[]): string {
  const words = joinedByAnd(groups);
  return sentenceCase(words);
}
