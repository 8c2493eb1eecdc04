import { isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { BarFill, BarSegment, ChartLink } from "@/lib/analytics/charts/chart-model";
import { metricsHref } from "@/lib/analytics/filter/metrics-query";
import { formatCount } from "@/lib/format/format";
import { percent, percentFrom, rateWords } from "@/lib/format/share-words";
import { outcomeWords } from "@/lib/format/wording";
import type { ComparedSource, FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { counted, listHref } from "@/lib/analytics/words/overview-links";
import type { LadderModel } from "./overview-model";
import { ladderWords } from "./words";

/** From the best proof to none, then failures. */
const steps: readonly (readonly [Outcome, BarFill])[] = [
  ["resolved_verified", "solid"],
  ["resolved_confirmed", "shade"],
  ["closed_likely", "dots"],
  ["closed_unproven", "diagonal"],
  ["fell_quiet", "grid"],
  ["reopened", "lines"],
  ["unresolved", "empty"],
];
/** The metric whose definition says how often the evaluator behind "likely" errs. */
const likelyMetric = "likely_resolution_share";
const outside = ["in_progress", "passed_on", "unknown", "duplicate"] as const;

/** Prepares the outcome ladder for both periods; excluded cases are counted. */
export function prepareLadder({ now, before, beforeWords }: ComparedSource): LadderModel {
  const segments = segmentsOf(now);
  const { hits, of } = rateOf(now);
  const title = of === 0 ? ladderWords.tooEarly : ladderWords.title(hits, of);
  const label = `${title}: ${segments.map(({ words, count }) => `${words} ${formatCount(count)}`).join(", ")}.`;
  const ofBefore = before === null ? null : rateOf(before);
  return {
    frame: {
      title,
      subtitle: ladderWords.subtitle,
      label,
      table: {
        columns: [
          { words: ladderWords.columns.outcome, isNumber: false },
          { words: ladderWords.columns.cases, isNumber: true },
          { words: ladderWords.columns.share, isNumber: true },
          ...(before === null ? [] : [{ words: ladderWords.columns.before, isNumber: true }]),
        ],
        rows: segments.map(({ words, count, share, href, key }) => [
          { words },
          { words: formatCount(count), ...(href === null ? {} : { href }) },
          { words: share },
          ...(before === null
            ? []
            : segmentsOf(before)
                .filter((each) => each.key === key)
                .map((each) => counted(each.count, each.href ?? ""))),
        ]),
      },
      links: [
        {
          words: ladderWords.likely,
          href: metricsHref({ text: likelyMetric, cases: now.cases }),
        },
      ],
      note: "",
    },
    segments,
    label,
    before:
      before === null || ofBefore === null || ofBefore.of === 0
        ? null
        : {
            segments: segmentsOf(before),
            words: ladderWords.before(beforeWords, ofBefore.hits, ofBefore.of, rateWords(ofBefore)),
          },
    leftOut: leftOutOf(now),
  };
}

function rateOf({ figures }: FigureSource) {
  const resolved = steps.filter(([outcome]) => isResolved(outcome) === true);
  const sum = (list: typeof steps) =>
    list.reduce((total, [outcome]) => total + countOf(figures.tally.byOutcome, outcome), 0);
  return { hits: sum(resolved), of: sum(steps) };
}

function segmentsOf(source: FigureSource): readonly BarSegment[] {
  const { of } = rateOf(source);
  return steps.map(([outcome, fill]) => {
    const count = countOf(source.figures.tally.byOutcome, outcome);
    return {
      ...{ key: outcome, words: outcomeWords[outcome].label, count, fill },
      share: of < percentFrom ? "" : percent(count / of, of),
      href: count === 0 ? null : listHref(source.cases, { facets: { outcome: [outcome] } }),
    };
  });
}

function leftOutOf({ cases, figures }: FigureSource): readonly ChartLink[] {
  return outside.flatMap((outcome) => {
    const count = countOf(figures.tally.byOutcome, outcome);
    const words = `${formatCount(count)} ${ladderWords.outside[outcome]}`;
    return count === 0
      ? []
      : [{ words, href: listHref(cases, { facets: { outcome: [outcome] } }) }];
  });
}

function countOf(byOutcome: readonly number[], outcome: Outcome): number {
  return byOutcome[outcomes.indexOf(outcome)] ?? 0;
}
