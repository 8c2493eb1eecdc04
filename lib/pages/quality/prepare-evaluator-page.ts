import { channels } from "@/lib/domain/trace/channel";
import type {
  AccuracyOfSet,
  EvaluatorAccuracy,
  MeasuredFigure,
} from "@/lib/domain/quality/accuracy";
import type { Agreement } from "@/lib/domain/quality/agreement";
import type { Comparison } from "@/lib/domain/quality/comparison";
import type { ScoreTally } from "@/lib/domain/quality/score-summary";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { formatCounted, isoDay } from "@/lib/format/format";
import { prepareComparisons } from "./prepare-comparisons";
import { prepareAgreements } from "./prepare-agreements";
import { defaultLabelQueueQuery, labelQueueHref, type LabelQueueQuery } from "./url";
import type {
  CalibrationView,
  EvaluatorPageModel,
  FigureView,
  MeanView,
  MeasuredSetView,
} from "./quality-model";
import {
  basisOf,
  figureName,
  intervalWords,
  isMet,
  evaluatorRow,
  type KnownEvaluator,
  type QualityInput,
} from "./prepare-quality";
import { channelWords } from "@/lib/format/wording";

const weeksMax = 26;
const reasonsMax = 8;
const disputed: LabelQueueQuery = { pick: "disagreement", at: 0 };

/** Accuracy and comparisons of an evaluator's scores. */
export type EvaluatorPageInput = {
  readonly agreements: readonly Agreement[];
  readonly comparisons: readonly Comparison[];
  readonly canLabel: boolean;
};

/** Prepares the page of one evaluator: question, accuracy, scores in this workspace. */
export function prepareEvaluatorPage(
  evaluator: KnownEvaluator,
  input: QualityInput,
  { agreements, comparisons, canLabel }: EvaluatorPageInput,
): EvaluatorPageModel {
  const { accuracy, summary, asOfUs } = input;
  const { name } = evaluator;
  const own = summary.tallies.filter((each) => each.evaluator === name && each.version !== null);
  const measured = accuracy[evaluator.accuracyBoundedBy ?? name];
  const isDisputed = [...agreements, ...comparisons].some((each) => each.disagreements.length > 0);
  return {
    row: evaluatorRow(evaluator, input),
    givesScores: input.known.some((each) => each.name === name),
    basis: basisOf(summary),
    about: measured?.about ?? null,
    sets: measured?.sets.map(setView) ?? [],
    calibrations: calibrationsOf(measured),
    agreements: prepareAgreements(agreements),
    comparisons: prepareComparisons(comparisons),
    labelHref: canLabel ? labelQueueHref(name, defaultLabelQueueQuery) : null,
    disputedHref: canLabel && isDisputed ? labelQueueHref(name, disputed) : null,
    byChannel: byChannel(own),
    byWeek: byWeek(own),
    reasons: summary.reasons
      .filter((each) => each.evaluator === name && each.version !== null)
      .slice(0, reasonsMax),
    asOfUs,
  };
}

function setView(set: AccuracyOfSet): MeasuredSetView {
  const { dataSet, label, path, isOfVerdicts, rows, groups, figures } = set;
  return {
    dataSet,
    label,
    rows: `${formatCounted(rows, "row")} in ${formatCounted(groups, "group")}, ${path}${isOfVerdicts ? "" : ": not what gives the verdicts"}`,
    figures: figures.map((figure) => figureView(set, figure)),
  };
}

function figureView({ beside }: AccuracyOfSet, figure: MeasuredFigure): FigureView {
  const { name, value, must, masked, interval } = figure;
  const plain = beside.flatMap(({ scorer, figures }) => {
    const of = figures.find((each) => each.name === name)?.value;
    return of === undefined || of === null ? [] : [`${scorer} ${of.toFixed(2)}`];
  });
  return {
    name: figureName(name),
    value: numberWords(value),
    interval: intervalWords(interval),
    masked: numberWords(masked),
    must: must === null ? "" : must.toFixed(2),
    plain: plain.join(", "),
    isMet: must === null ? null : isMet(figure),
  };
}

function numberWords(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

function calibrationsOf(accuracy: EvaluatorAccuracy | undefined): readonly CalibrationView[] {
  const sets = accuracy?.sets ?? [];
  return sets.flatMap(({ dataSet, calibration }) => {
    const bins = calibration.flatMap(({ rows, said, true: isTrue }) =>
      rows === 0 || said === null || isTrue === null ? [] : [{ rows, said, true: isTrue }],
    );
    if (bins.length === 0) return [];
    const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
    const off = bins.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.said - bin.true), 0) / rows;
    const summary = `On average what was said lies ${off.toFixed(2)} from how often it was so.`;
    return [{ dataSet, bins, summary }];
  });
}

function byChannel(tallies: readonly ScoreTally[]): readonly MeanView[] {
  return channels.flatMap((channel) => {
    const mean = meanOf(tallies.filter((each) => each.channel === channel));
    return mean.scored === 0
      ? []
      : [{ key: channel, label: channelWords[channel], channel, ...mean }];
  });
}

function byWeek(tallies: readonly ScoreTally[]): readonly MeanView[] {
  const weeks = [...new Set(tallies.flatMap(({ week }) => (week === null ? [] : [week])))];
  return weeks
    .sort((a, b) => a - b)
    .slice(-weeksMax)
    .flatMap((week) => {
      const mean = meanOf(tallies.filter((each) => each.week === week));
      const label = isoDay(week * dayUs);
      return mean.scored === 0 ? [] : [{ key: String(week), label, channel: null, ...mean }];
    });
}

function meanOf(tallies: readonly ScoreTally[]): Pick<MeanView, "scored" | "mean" | "width"> {
  const own = tallies.filter(({ status }) => status === "scored");
  const scored = own.reduce((sum, { count }) => sum + count, 0);
  const mean = scored === 0 ? 0 : own.reduce((sum, each) => sum + each.sum, 0) / scored;
  return { scored, mean: scored === 0 ? "" : mean.toFixed(2), width: mean };
}
