import { areaUnderRoc } from "@/lib/stats/area-under-roc";
import { binaryFigures, type BinaryFigures } from "@/lib/stats/proportions/binary-figures";
import type { DataRow, DataSetName } from "./data-sets";
import type { Figure, Judged, Measure } from "./recipes/recipe";

type Bar = { readonly must: number; readonly goal: number | null };

type BinaryMeasureOptions = {
  readonly dataSet: DataSetName;
  readonly label: string;
  /** 1 or 0; null if the annotators gave no usable class. */
  readonly truthOf: (row: DataRow) => number | null;
  readonly groupOf: (row: DataRow) => string;
  /** Required values of figures; others are only shown. */
  readonly bars: Partial<Record<"AUC" | keyof BinaryFigures, Bar>>;
};

/** Measures a probability against a binary label. An unscored row counts as 0.5. */
export function binaryMeasure({
  dataSet,
  label,
  truthOf,
  groupOf,
  bars,
}: BinaryMeasureOptions): Measure {
  const truth = (row: DataRow) => truthOf(row) ?? 0;
  const labelsOf = (judged: readonly Judged[]) => judged.map(({ row }) => truth(row));
  const auc: Figure = {
    name: "AUC",
    must: bars.AUC?.must ?? null,
    goal: bars.AUC?.goal ?? null,
    of: (judged) => areaUnderRoc(judged.map(valueOf), labelsOf(judged)),
  };
  const names = ["balancedAccuracy", "f1", "precision", "recall"] as const;
  const decisions = names.map((name): Figure => ({
    name,
    must: bars[name]?.must ?? null,
    goal: bars[name]?.goal ?? null,
    of: (judged) =>
      binaryFigures(
        judged.map((each) => valueOf(each) >= 0.5),
        labelsOf(judged),
      )[name],
  }));
  return {
    dataSet,
    label,
    isLabelled: (row) => truthOf(row) !== null,
    truthOf: truth,
    isMeasuredMasked: true,
    groupOf,
    figures: [auc, ...decisions],
  };
}

/** The printed probability; 0.5 if none. */
export function valueOf({ line }: Pick<Judged, "line">): number {
  return "value" in line ? (line.value ?? 0.5) : 0.5;
}
