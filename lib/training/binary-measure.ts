import { evaluatorEntry, type EvaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { areaUnderRoc } from "@/lib/stats/area-under-roc";
import { binaryFigures, type BinaryFigures } from "@/lib/stats/proportions/binary-figures";
import type { DataRow, DataSetName } from "./data-sets";
import type { Figure, Judged, Measure } from "./recipes/recipe";

type Bar = { readonly must: number; readonly goal: number | null };
/** The words of a low and a high value, and where they begin and end; between them nothing is said. */
export type VerdictBands = Pick<EvaluatorEntry, "low" | "high"> & {
  readonly says: readonly [low: string, high: string];
};

type BinaryMeasureOptions = {
  readonly dataSet: DataSetName;
  readonly label: string;
  readonly path: string;
  /** How its verdicts are worded; null if what is measured gives no verdict. */
  readonly verdicts: VerdictBands | null;
  /** Whether what has no verdict is ranked by its hint. */
  readonly hasHints?: boolean;
  /** 1 or 0; null if the annotators gave no usable class. */
  readonly truthOf: (row: DataRow) => number | null;
  readonly groupOf: (row: DataRow) => string;
  /** Required values of figures; others are only shown. */
  readonly bars: Partial<Record<"AUC" | keyof BinaryFigures, Bar>>;
};

/** The bands of an evaluator's verdicts, as pages word them. */
export function bandsOf(evaluator: string): VerdictBands {
  const entry = evaluatorEntry(evaluator);
  if (entry === null) throw new Error(`No evaluator is called "${evaluator}".`);
  const { low, high, says } = entry;
  return { low, high, says: [says[0], says[2]] };
}

/**
 * Measures a probability against a binary label: how often verdicts are right, and decisions at one half, of what was
 * scored; the ranking of all rows, where an unscored one counts as its hint or 0.5.
 */
export function binaryMeasure({
  dataSet,
  label,
  path,
  verdicts,
  hasHints = false,
  truthOf,
  groupOf,
  bars,
}: BinaryMeasureOptions): Measure {
  const truth = (row: DataRow) => truthOf(row) ?? 0;
  const labelsOf = (judged: readonly Judged[]) => judged.map(({ row }) => truth(row));
  const auc: Figure = {
    name: hasHints ? "AUC with hints" : "AUC",
    must: bars.AUC?.must ?? null,
    goal: bars.AUC?.goal ?? null,
    of: (judged) => areaUnderRoc(judged.map(valueOf), labelsOf(judged)),
  };
  const names = ["balancedAccuracy", "f1", "precision", "recall"] as const;
  const decisions = names.map((name): Figure => ({
    name,
    must: bars[name]?.must ?? null,
    goal: bars[name]?.goal ?? null,
    of: (judged) => {
      const scored = judged.filter(isScored);
      return binaryFigures(
        scored.map((each) => valueOf(each) >= 0.5),
        labelsOf(scored),
      )[name];
    },
  }));
  return {
    dataSet,
    label,
    path,
    isOfVerdicts: verdicts !== null,
    isLabelled: (row) => truthOf(row) !== null,
    truthOf: truth,
    isMeasuredMasked: true,
    groupOf,
    figures: [...(verdicts === null ? [] : rightWhere(verdicts, truth)), auc, ...decisions],
  };
}

/** Of the verdicts with either wording, the share that is right. */
function rightWhere(
  { low, high, says }: VerdictBands,
  truth: (row: DataRow) => number,
): readonly Figure[] {
  const figure = (words: string, isSaid: (value: number) => boolean, isSo: number): Figure => ({
    name: `“${words}” right`,
    must: null,
    goal: null,
    isPrinted: true,
    of: (judged) => {
      const own = judged.filter((each) => isScored(each) && isSaid(valueOf(each)));
      const right = own.filter(({ row }) => truth(row) === isSo);
      return own.length === 0 ? null : right.length / own.length;
    },
  });
  return [figure(says[1], (value) => value >= high, 1), figure(says[0], (value) => value < low, 0)];
}

/** Whether the row got a verdict, not a hint or nothing. */
export function isScored({ line }: Pick<Judged, "line">): boolean {
  return !("status" in line) || line.status === "scored";
}

/** The printed probability; 0.5 if none. */
export function valueOf({ line }: Pick<Judged, "line">): number {
  return "value" in line ? (line.value ?? 0.5) : 0.5;
}
