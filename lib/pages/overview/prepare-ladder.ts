import { isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { BarFill, BarSegment, ChartLink } from "@/lib/analytics/charts/chart-model";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import {
  adjustedShare,
  adjustedWords,
  type ErrorSources,
} from "@/lib/analytics/findings/error-sources";
import { formatCount, formatCounted } from "@/lib/format/format";
import { percent, percentFrom, percentRange, rateWords } from "@/lib/format/share-words";
import { outcomeWords } from "@/lib/format/wording";
import type { ComparedSource, FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { counted, listHref } from "@/lib/analytics/words/overview-links";
import type { LadderModel } from "./overview-model";

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
const outside: readonly Outcome[] = ["in_progress", "passed_on", "unknown", "duplicate"];

/**
 * Prepares the outcome ladder for both periods; excluded cases are counted.
 * @param errors error rates of the evaluator behind "likely resolved"
 */
export function prepareLadder(
  { now, before, beforeWords }: ComparedSource,
  errors: ErrorSources,
): LadderModel {
  const segments = segmentsOf(now);
  const { hits, of } = rateOf(now);
  const title =
    of === 0
      ? "No case of this period is old enough to judge"
      : `Of ${formatCounted(of, "case")} old enough to judge, ${formatCount(hits)} ${hits === 1 ? "was" : "were"} resolved with evidence`;
  const label = `${title}: ${segments.map(({ words, count }) => `${words} ${formatCount(count)}`).join(", ")}.`;
  const ofBefore = before === null ? null : rateOf(before);
  return {
    frame: {
      title,
      subtitle:
        "Case outcome, strongest evidence wins. Cases opened in the period, by what became of them",
      label,
      table: {
        columns: [
          { words: "Outcome", isNumber: false },
          { words: "Cases", isNumber: true },
          { words: "Share", isNumber: true },
          ...(before === null ? [] : [{ words: "Before", isNumber: true }]),
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
      links: [],
      note: likelyNote(now, errors),
    },
    segments,
    label,
    before:
      before === null || ofBefore === null || ofBefore.of === 0
        ? null
        : {
            segments: segmentsOf(before),
            words: `${beforeWords}: ${formatCount(ofBefore.hits)} of ${formatCount(ofBefore.of)} resolved, ${rateWords(ofBefore)}`,
          },
    leftOut: leftOutOf(now),
  };
}

const likely = findMetric("likely_resolution_share");

/** The share of likely resolved cases, and its evaluator's error rates. */
function likelyOf({ figures }: FigureSource, errors: ErrorSources) {
  const figure = figures.metrics.get("likely_resolution_share");
  const evaluator = likely?.restsOn?.evaluator ?? "";
  return {
    figure: figure?.unit === "share" && figure.of > 0 ? figure : null,
    evaluator,
    sources: errors.get(evaluator) ?? [],
  };
}

/**
 * The note on likely resolved cases: the share corrected for the evaluator's errors, or that they are
 * unknown.
 */
function likelyNote(source: FigureSource, errors: ErrorSources): string {
  const { figure, evaluator, sources } = likelyOf(source, errors);
  if (figure === null || figure.decided === 0) return "";
  const share = `${outcomeWords.closed_likely.label}: ${rateWords(figure)}`;
  if (sources.length === 0) {
    return `${share}, evaluator-positive share by ${evaluator}, not calibrated here.`;
  }
  return `${share} by the word of ${evaluator}. ${adjustedWords(figure, sources).join(" ")}`;
}

/**
 * The share of likely resolved cases corrected for the evaluator's errors.
 * @returns null: no labels in this workspace, or no cases
 */
export function likelyRange(source: FigureSource, errors: ErrorSources): string | null {
  const { figure, sources } = likelyOf(source, errors);
  const own = sources.find(({ isOwn }) => isOwn);
  const adjusted = figure === null || own === undefined ? null : adjustedShare(figure, own);
  return figure === null || adjusted === null ? null : percentRange(adjusted.interval, figure.of);
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

const leftOutWords: Readonly<Partial<Record<Outcome, string>>> = {
  in_progress: "in progress or ended too recently",
  passed_on: "passed on, outcome unknown",
  unknown: "of unknown outcome, no words of a customer",
  duplicate: "merged into others",
};

function leftOutOf({ cases, figures }: FigureSource): readonly ChartLink[] {
  return outside.flatMap((outcome) => {
    const count = countOf(figures.tally.byOutcome, outcome);
    const words = `${formatCount(count)} ${leftOutWords[outcome] ?? ""}`;
    return count === 0
      ? []
      : [{ words, href: listHref(cases, { facets: { outcome: [outcome] } }) }];
  });
}

function countOf(byOutcome: readonly number[], outcome: Outcome): number {
  return byOutcome[outcomes.indexOf(outcome)] ?? 0;
}
