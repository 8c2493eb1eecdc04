import type { AccuracyOfSet, EvaluatorAccuracy } from "@/lib/domain/accuracy";
import type { Agreement } from "@/lib/domain/agreement";
import { errorAdjusted, type MeasuredErrors } from "@/lib/stats/rogan-gladen";
import type { ShareFigure } from "@/lib/rollup/metrics/figure";
import { formatCount } from "./format";
import { percent, percentRange } from "./share-words";

/** How an evaluator erred, and where that was counted. */
export type ErrorSource = {
  /** After "errs as": "on 1,634 rows of satisfaction.star". */
  readonly words: string;
  readonly errors: MeasuredErrors;
};

/** By the evaluator's name. */
export type ErrorSources = ReadonlyMap<string, readonly ErrorSource[]>;

/** Fewer labels of either kind say too little. */
const labelsMin = 20;

/**
 * How an evaluator errs: on this workspace's own labels, where there are enough of its version, else on each
 * of the public sets that it was measured on, at the threshold of one half.
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
      return [{ words, errors: { sensitivity, specificity } }];
    }
  }
  const seen = new Set<string>();
  return (measured?.sets ?? []).flatMap((set) => {
    const errors = errorsOfSet(set);
    if (errors === null || seen.has(set.dataSet)) return [];
    seen.add(set.dataSet);
    return [{ words: `on ${formatCount(set.rows)} public rows, ${set.dataSet}`, errors }];
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

/** What a share would be without the evaluator's errors, one sentence a source. */
export function adjustedWords(
  { hits, of }: ShareFigure,
  sources: readonly ErrorSource[],
): readonly string[] {
  return sources.map(({ words, errors }) => {
    const adjusted = errorAdjusted({ hits, of }, errors);
    if (adjusted === null) return `If it errs as ${words}, the share tells nothing.`;
    const { value, interval } = adjusted;
    const range = percentRange(interval, of);
    if (interval[0] === 0 && interval[1] === 1) {
      return `If it errs as ${words}, the true share may be anything.`;
    }
    return `${percent(value, of)} (${range}) if it errs as ${words}.`;
  });
}
