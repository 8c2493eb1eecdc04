import { isNeither, isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { Figure } from "@/lib/analytics/metrics/figure";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { listHref } from "@/lib/analytics/words/overview-links";
import { percent, rateWords } from "@/lib/format/share-words";
import { countVerdicts } from "./count-verdicts";
import type { MatrixModel } from "./overview-model";
import { lookedFineWords } from "./words";

/** Outcome groups to hold a good sign against. */
const endings: readonly { readonly words: string; readonly outcomes: readonly Outcome[] }[] = [
  {
    words: lookedFineWords.columns.resolved,
    outcomes: outcomes.filter((each) => isResolved(each) === true),
  },
  { words: lookedFineWords.columns.likely, outcomes: ["closed_likely"] },
  { words: lookedFineWords.columns.neither, outcomes: outcomes.filter(isNeither) },
];

/** The signs by which a case looks fine. */
const signs = [
  { facet: "last", value: "fine" },
  { facet: "rating", value: "good" },
] as const;

/** The share of cases that looked fine and were neither resolved nor likely to be. */
const metric = "hidden_failure_rate";

/** How many cases looked fine, by their last contact or the customer's rating, and were not. */
export function countLookedFine({ figures }: FigureSource): number {
  const figure = figures.metrics.get(metric);
  return figure?.unit === "share" ? figure.hits : 0;
}

/** What the last contact and the customer said, against what became of the case. */
export function prepareLookedFine(source: FigureSource): MatrixModel {
  const { cases, figures } = source;
  const count = countLookedFine(source);
  return {
    title: lookedFineTitle(count, figures.metrics.get(metric)),
    subtitle: lookedFineWords.subtitle,
    columns: [...endings.map(({ words }) => words), lookedFineWords.columns.cases],
    rows: rowsOf(source),
    note: ratedNote(figures.metrics.get("csat_response_rate")),
    links:
      count === 0
        ? []
        : [
            {
              words: lookedFineWords.all(count),
              href: listHref(cases, { metric: { id: metric, subset: "numerator" } }),
            },
          ],
  };
}

/** The finding. @param count of cases that looked fine and were not @param figure null: no case was scored or rated */
export function lookedFineTitle(count: number, figure: Pick<Figure, "of"> | undefined): string {
  if (figure === undefined || figure.of === 0) return lookedFineWords.none;
  return count === 0 ? lookedFineWords.allFine : lookedFineWords.finding(count);
}

function ratedNote(figure: Figure | undefined): string {
  if (figure?.unit !== "share" || figure.of === 0) return "";
  return figure.hits === 0 ? lookedFineWords.noneRated : lookedFineWords.rated(rateWords(figure));
}

function rowsOf({ cases, figures }: FigureSource): MatrixModel["rows"] {
  return signs.map(({ facet, value }) => {
    const ended = [...endings, { outcomes: endings.flatMap((each) => each.outcomes) }];
    const counts = ended.map((each) => countVerdicts(figures.tally, facet, value, each.outcomes));
    const total = counts.at(-1) ?? 0;
    return {
      words: facetValueWords(facet, value),
      cells: counts.map((count, at) => ({
        count,
        share: at === endings.length - 1 && total >= 10 ? percent(count / total, total) : "",
        href:
          count === 0
            ? null
            : listHref(cases, {
                facets: { [facet]: [value], outcome: [...(ended[at]?.outcomes ?? [])] },
              }),
      })),
    };
  });
}
