import { ownEntry } from "@/lib/domain/own-entry";
import type {
  AccuracyOfSet,
  EvaluatorAccuracy,
  MeasuredFigure,
} from "@/lib/domain/quality/accuracy";
import type { ScoreSummary, ScoreTally } from "@/lib/domain/quality/score-summary";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import type { AccuracyLine, DistributionView, QualityModel, QualityRow } from "./quality-model";
import { coverageOf, isMeasured, printedFigures } from "./printed-figures";
import { qualityHref } from "./url";

/** An evaluator's registry entry. */
export type KnownEvaluator = {
  readonly name: string;
  readonly version: number;
  readonly question: string;
  /** The evaluator whose accuracy bounds it, where it has none of its own. */
  readonly accuracyBoundedBy?: string;
};

export type QualityInput = {
  readonly known: readonly KnownEvaluator[];
  /** Extractors: measured like evaluators, but without scores. */
  readonly readers: readonly KnownEvaluator[];
  readonly accuracy: Readonly<Partial<Record<string, EvaluatorAccuracy>>>;
  readonly summary: ScoreSummary;
  /** Microseconds since 1970. */
  readonly asOfUs: number;
};

/** Prepares the Quality page. */
export function prepareQuality(input: QualityInput): QualityModel {
  const { known, readers, accuracy, summary, asOfUs } = input;
  const all = [...known, ...readers];
  const measured = all.filter(({ name }) => isMeasured(accuracy[name])).length;
  return {
    title: titleOf(measured, all.length),
    basis: basisOf(summary),
    rows: known.map((evaluator) => evaluatorRow(evaluator, input)),
    readers: readers.map((reader) => evaluatorRow(reader, input)),
    imported: importedRows(summary),
    asOfUs,
  };
}

function titleOf(measured: number, all: number): string {
  const rest = all - measured;
  const were = measured === 1 ? "has been" : "have been";
  const head = `${formatCount(measured)} of ${formatCounted(all, "evaluator")} ${were} measured on labels made by others`;
  return rest === 0 ? head : `${head}; the rest ${rest === 1 ? "says" : "say"} so`;
}

/** What the verdict counts refer to, as text. */
export function basisOf({ cases, isCut }: ScoreSummary): string {
  if (cases === 0) return "No case has been scored yet.";
  const which = isCut ? `the ${formatCount(cases)} newest cases` : formatCounted(cases, "case");
  return `Verdicts about ${which}.`;
}

/** One evaluator's row. */
export function evaluatorRow(
  { name, version, question, accuracyBoundedBy }: KnownEvaluator,
  { accuracy, summary }: Pick<QualityInput, "accuracy" | "summary">,
): QualityRow {
  const own = summary.tallies.filter((each) => each.evaluator === name && each.version !== null);
  return {
    evaluator: name,
    name: evaluatorName(name),
    question,
    version: `v${String(version)}`,
    href: qualityHref(name),
    accuracy: accuracyLines(accuracy[accuracyBoundedBy ?? name]),
    detector: accuracyBoundedBy === undefined ? null : evaluatorName(accuracyBoundedBy),
    ...countsOf(own),
  };
}

function importedRows({ tallies }: ScoreSummary): QualityRow[] {
  const names = new Set(
    tallies.filter(({ version }) => version === null).map((each) => each.evaluator),
  );
  return [...names].sort().map((name) => ({
    evaluator: name,
    name: evaluatorName(name),
    question: "Given by whoever sent the traces",
    version: "imported",
    href: "",
    accuracy: [],
    detector: null,
    ...countsOf(tallies.filter((each) => each.evaluator === name && each.version === null)),
  }));
}

function countsOf(
  tallies: readonly ScoreTally[],
): Pick<QualityRow, "distribution" | "scored" | "unscoredShare"> {
  const scored = countOf(tallies, "scored");
  const unscored = countOf(tallies, "not-scorable");
  return {
    distribution: distributionOf(tallies),
    scored,
    unscoredShare: shareWords(unscored, scored + unscored),
  };
}

function countOf(tallies: readonly ScoreTally[], status: ScoreTally["status"]): number {
  return tallies
    .filter((each) => each.status === status)
    .reduce((sum, { count }) => sum + count, 0);
}

const percentFrom = 10;

function shareWords(count: number, whole: number): string {
  if (whole === 0) return "–";
  if (whole < percentFrom) return `${formatCount(count)} of ${formatCount(whole)}`;
  const percent = (100 * count) / whole;
  return count > 0 && percent < 1 ? "<1%" : `${String(Math.round(percent))}%`;
}

const tenths = 10;

function distributionOf(tallies: readonly ScoreTally[]): DistributionView | null {
  const counts = Array.from({ length: tenths }, (_, bin) =>
    tallies.filter((each) => each.bin === bin).reduce((sum, { count }) => sum + count, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const most = Math.max(...counts);
  const low = counts.slice(0, tenths / 2).reduce((sum, count) => sum + count, 0);
  return {
    counts,
    heights: counts.map((count) => count / most),
    summary: `Of ${formatCount(total)} scores ${shareWords(low, total)} lie below 0.5.`,
  };
}

/** The printed figures of each label set on which verdicts were measured as they are given. */
function accuracyLines(accuracy: EvaluatorAccuracy | undefined): readonly AccuracyLine[] {
  const sets = (accuracy?.sets ?? []).filter((set) => printedFigures(set).length > 0);
  const isTwice = ({ dataSet }: AccuracyOfSet) =>
    sets.filter((each) => each.dataSet === dataSet).length > 1;
  return sets.flatMap((set) => {
    const required = set.figures.filter(({ must }) => must !== null);
    const rows = `${formatCounted(set.rows, "labelled row")} of ${set.dataSet}: ${set.path}`;
    return [
      {
        figures: printedFigures(set).map(shownFigure),
        on: `${rows}${coverageOf([set])}${isTwice(set) ? `; ${set.label}` : ""}`,
        isMet: required.length === 0 ? null : required.every(isMet),
      },
    ];
  });
}

/** The figure on masked text; with the unmasked one where it differs. */
function shownFigure({
  name,
  interval,
  masked,
  value,
}: MeasuredFigure): AccuracyLine["figures"][number] {
  const [shown, plain] = [masked ?? value ?? 0, value ?? 0].map((each) => each.toFixed(2));
  const range = intervalWords(interval);
  return {
    figure: `${figureName(name)} ${String(shown)}`,
    interval: shown === plain ? range : `before masking ${String(plain)}, ${range}`,
  };
}

/** Whether a figure meets its threshold. */
export function isMet({ value, must }: MeasuredFigure): boolean {
  return value !== null && must !== null && value >= must;
}

const figureNames: Readonly<Partial<Record<string, string>>> = {
  balancedAccuracy: "balanced accuracy",
  f1: "F1",
  "false per 1,000": "masked wrongly per 1,000 words",
  "harmless per 1,000": "harmless words masked per 1,000",
  statusRight: "status right",
};

/** A figure's conventional name: "AUC". */
export function figureName(name: string): string {
  return ownEntry(figureNames, name) ?? name;
}

/** "0.82–0.86"; "" where there is none. */
export function intervalWords(interval: readonly [number, number] | null): string {
  return interval === null ? "" : `${interval[0].toFixed(2)}–${interval[1].toFixed(2)}`;
}
