import { isNeither, isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";
import { ratingValues } from "@/lib/analytics/facets/case-facets";
import { countVerdicts } from "./count-verdicts";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { isFew, percent, percentRange, rateBasis, rateWords } from "@/lib/format/share-words";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { MatrixModel } from "./overview-model";

/** Outcomes neither resolved nor likely to be. */
export const neither: readonly Outcome[] = outcomes.filter(isNeither);

/** Outcome groups to compare stated outcomes with. */
const endings: readonly { readonly words: string; readonly outcomes: readonly Outcome[] }[] = [
  { words: "Resolved", outcomes: outcomes.filter((each) => isResolved(each) === true) },
  { words: "Likely resolved", outcomes: ["closed_likely"] },
  { words: "Neither", outcomes: neither },
];

/** The last contact's score against the case's outcome. */
export function prepareLastContact(source: FigureSource): MatrixModel {
  const rows = rowsOf(source, "last", ["fine", "failed", "unscored"]);
  const [fine] = rows;
  const hidden = fine?.cells[2]?.count ?? 0;
  const scored = rows.slice(0, 2).reduce((sum, { cells }) => sum + (cells[3]?.count ?? 0), 0);
  const title =
    hidden === 0
      ? "Each case whose last contact looked fine was resolved or likely to be"
      : `${formatCounted(hidden, "case")} looked fine in the last contact and ${hidden === 1 ? "was" : "were"} neither resolved nor likely to be`;
  return {
    ...frameOf(
      title,
      "The same cases twice: what an evaluator says of the last contact, by what became of the case",
    ),
    rows,
    note: shareNote(hidden, fine?.cells[3]?.count ?? 0, "whose last contact scored as resolved"),
    foot: `${formatCount(scored)} of these cases have a score; it is the evaluator's word, not adjusted for how often it errs here.`,
  };
}

/** Customer ratings against the outcome, with the number of ratings. */
export function prepareRatings(source: FigureSource): MatrixModel {
  const rows = rowsOf(source, "rating", ratingValues);
  const [good] = rows;
  const totals = rows.map(({ cells }) => cells[3]?.count ?? 0);
  const all = totals.reduce((sum, each) => sum + each, 0);
  const rated = { hits: (totals[0] ?? 0) + (totals[1] ?? 0), of: all };
  const hidden = good?.cells[2]?.count ?? 0;
  const title = ratingsTitle({ content: totals[0] ?? 0, rated: rated.hits, hidden });
  return {
    ...frameOf(title, "Customers' ratings of 1 to 5, by what became of the case"),
    rows,
    note: shareNote(hidden, good?.cells[3]?.count ?? 0, "rated 4 or 5"),
    foot: `Response rate ${rateWords(rated)}, ${rateBasis(rated)}. Who does not answer may feel otherwise.`,
  };
}

/**
 * The finding on ratings and outcomes.
 * @param counts cases rated 4 or 5, rated at all, and rated 4 or 5 though neither resolved nor likely
 * closed
 */
export function ratingsTitle(counts: {
  readonly content: number;
  readonly rated: number;
  readonly hidden: number;
}): string {
  const { content, rated, hidden } = counts;
  if (rated === 0) return "No customer rated these cases";
  if (content === 0) return "No customer gave 4 or 5";
  return hidden === 0
    ? "Each case rated 4 or 5 was resolved or likely to be"
    : `${formatCounted(hidden, "customer")} gave 4 or 5 for a case that was neither resolved nor likely to be`;
}

function shareNote(hits: number, of: number, words: string): string {
  const interval = wilsonInterval(hits, of);
  if (interval === null) return "";
  const few = isFew(of) ? ", few cases" : "";
  return `Of ${formatCounted(of, "case")} ${words}, ${rateWords({ hits, of })} ended neither resolved nor likely to be (${percentRange(interval, of)}${few}).`;
}

function frameOf(title: string, subtitle: string) {
  return { title, subtitle, columns: [...endings.map(({ words }) => words), "Cases"] };
}

function rowsOf(
  { cases, figures }: FigureSource,
  facet: "last" | "rating",
  values: readonly string[],
): MatrixModel["rows"] {
  return values.map((value) => {
    const ended = [...endings, { outcomes: endings.flatMap((each) => each.outcomes) }];
    const counts = ended.map((each) => countVerdicts(figures.tally, facet, value, each.outcomes));
    const total = counts.at(-1) ?? 0;
    return {
      words: facetValueWords(facet, value),
      cells: counts.map((count, at) => {
        const chosen = ended[at]?.outcomes ?? [];
        const facets = { [facet]: [value], outcome: [...chosen] };
        return {
          count,
          share: at < endings.length && total >= 10 ? percent(count / total, total) : "",
          href: count === 0 ? null : listHref(cases, { facets }),
        };
      }),
    };
  });
}
