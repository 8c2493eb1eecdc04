import type { AccuracyOfSet, EvaluatorAccuracy } from "@/lib/domain/quality/accuracy";
import type { Agreement } from "@/lib/domain/quality/agreement";
import type { Figure, ShareFigure } from "../metrics/figure";
import type { Metric } from "../metrics/metric";
import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import { errorAdjustedOfAll, type MeasuredErrors } from "@/lib/stats/proportions/rogan-gladen";
import type { Estimate } from "@/lib/stats/proportions/standardise";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";
import { percent, percentRange } from "@/lib/format/share-words";

/** An evaluator's errors, and where they were measured. */
export type ErrorSource = {
  /** After "errs as": "on 1,634 rows of satisfaction.star". */
  readonly words: string;
  /** On labels of this workspace's people. */
  readonly isOwn: boolean;
  readonly errors: MeasuredErrors;
};

/** By the evaluator's name. */
export type ErrorSources = ReadonlyMap<string, readonly ErrorSource[]>;

/** The least labels of either kind. */
const labelsMin = 20;

/**
 * An evaluator's errors: on this workspace's labels, where there are enough of its version, else on each of the public
 * sets that its verdicts were measured on, at threshold 0.5. Rows without a verdict don't count.
 */
export function errorSources(
  version: number,
  agreements: readonly Agreement[],
  measured: EvaluatorAccuracy | undefined,
): readonly ErrorSource[] {
  const own = agreements.find((each) => each.version === version && each.about === "scores");
  const { sensitivity = null, specificity = null } = own ?? {};
  if (sensitivity !== null && specificity !== null) {
    if (sensitivity.of >= labelsMin && specificity.of >= labelsMin) {
      const words = `on ${formatCount(sensitivity.of + specificity.of)} labels of your own`;
      return [{ words, isOwn: true, errors: { sensitivity, specificity } }];
    }
  }
  const seen = new Set<string>();
  return (measured?.sets ?? []).flatMap((set) => {
    const errors = set.isOfVerdicts ? errorsOfSet(set) : null;
    if (errors === null || seen.has(set.dataSet)) return [];
    seen.add(set.dataSet);
    const rows = errors.sensitivity.of + errors.specificity.of;
    const words = `on ${formatCount(rows)} public rows, ${set.dataSet} (${set.path})`;
    return [{ words, isOwn: false, errors }];
  });
}

/** Reads from what was said and what was so, in tenths of the probability, who was called what. */
function errorsOfSet({ calibration }: AccuracyOfSet): MeasuredErrors | null {
  const count = (bins: AccuracyOfSet["calibration"], isSo: boolean): number =>
    Math.round(
      bins.reduce((sum, { rows, true: share }) => {
        return share === null ? sum : sum + rows * (isSo ? share : 1 - share);
      }, 0),
    );
  const half = calibration.length / 2;
  const [no, yes] = [calibration.slice(0, half), calibration.slice(half)];
  const sensitivity = { hits: count(yes, true), of: count(calibration, true) };
  const specificity = { hits: count(no, false), of: count(calibration, false) };
  return sensitivity.of === 0 || specificity.of === 0 ? null : { sensitivity, specificity };
}

/** The note of a share that rests on an evaluator, with its errors taken out where they can be. */
export function trustWords(
  { restsOn }: Metric,
  figure: Figure,
  errors: ErrorSources,
): readonly string[] {
  if (restsOn === null) return [];
  const { evaluator, decides, scores = [] } = restsOn;
  if (decides !== "all" && "whyNot" in decides) {
    const all = new Set([evaluator, ...scores.map((each) => each.evaluator)]);
    const names = joinedByAnd([...all]);
    return [`Judged by ${names}, not corrected for its errors: ${decides.whyNot}.`];
  }
  const sources = errors.get(evaluator) ?? [];
  const isKnown = figure.unit === "share" && sources.length > 0;
  const basis =
    decides === "all" || figure.unit !== "share" || figure.decided === null
      ? `The share that ${evaluator} says yes to`
      : `What ${evaluator} says yes to, of ${formatCount(figure.decided)} ${decides.words}`;
  return isKnown
    ? [`${basis}.`, ...adjustedWords(figure, sources)]
    : [`${basis}, not checked against labels here.`];
}

/** The share without the evaluator's errors, one sentence per source; none where it decides nothing. */
export function adjustedWords(
  figure: ShareFigure,
  sources: readonly ErrorSource[],
): readonly string[] {
  const { of, decided } = figure;
  if (decided === null || decided === 0) return [];
  return sources.map((source) => {
    const adjusted = adjustedShare(figure, source);
    if (adjusted === null) return `If it errs as ${source.words}, the share tells nothing.`;
    const { value, interval } = adjusted;
    if (interval[0] === 0 && interval[1] === 1) {
      return `If it errs as ${source.words}, the true share may be anything.`;
    }
    return `${percent(value, of)} (${percentRange(interval, of)}) if it errs as ${source.words}.`;
  });
}

/**
 * A share without the evaluator's errors, at its effective sample size.
 * @returns null where the evaluator decides nothing of it, or does no better than chance on the source
 */
export function adjustedShare(
  { hits, of, decided, sums }: ShareFigure,
  { errors }: ErrorSource,
): Estimate | null {
  if (decided === null || decided === 0) return null;
  const effective = effectiveShare(sums).of / of;
  const apparent = { hits: hits * effective, of: decided * effective };
  return errorAdjustedOfAll(apparent, of * effective, errors);
}
