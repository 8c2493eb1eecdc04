import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { AccuracyOfSet, CalibrationBin, MeasuredFigure } from "@/lib/domain/quality/accuracy";
import { chanceFrom } from "./chance";
import { isScored, valueOf } from "./binary-measure";
import type { DataRow, DataSetName } from "./data-sets";
import { judgeByFolds } from "./judge-by-folds";
import { rowMasker } from "./mask-row";
import { plainScorers } from "./plain-scorers";
import type { Figure, Judged, Measure, Recipe } from "./recipes/recipe";

const samples = 200;
const bins = 10;

type ReadSet = (name: DataSetName) => Promise<readonly DataRow[]>;

/** Measures a recipe on each of its data sets by whole left-out groups. */
export async function measureRecipe(
  recipe: Recipe,
  read: ReadSet,
): Promise<readonly AccuracyOfSet[]> {
  const learned: DataRow[] = [];
  for (const name of recipe.learnsFrom) learned.push(...(await read(name)));
  const measured: AccuracyOfSet[] = [];
  for (const measure of recipe.measures) {
    const own = await read(measure.dataSet);
    const rows = measure.madeOf?.(own) ?? own;
    measured.push(measureOn(recipe, measure, { rows, learned }));
  }
  return measured;
}

const asIs = (row: DataRow): DataRow => row;

function measureOn(
  recipe: Recipe,
  measure: Measure,
  data: { readonly rows: readonly DataRow[]; readonly learned: readonly DataRow[] },
): AccuracyOfSet {
  const changes = [asIs, ...(measure.isMeasuredMasked ? [rowMasker()] : [])];
  const [plain = [], masked = null] = judgeByFolds(recipe, measure, data, changes);
  const beside = plainScorers.map(({ name, scorer }) => {
    const judged = plain.map(({ row, group }) => ({ row, group, line: scorer(row) }));
    return {
      scorer: name,
      figures: measure.figures.map((figure) => ({
        name: figure.name,
        value: rounded(figure.of(judged)),
      })),
    };
  });
  const scored = plain.filter(isScored);
  return {
    dataSet: measure.dataSet,
    label: measure.label,
    path: measure.path,
    isOfVerdicts: measure.isOfVerdicts,
    rows: plain.length,
    groups: new Set(plain.map(({ group }) => group)).size,
    scoredShare: rounded(scored.length / Math.max(1, plain.length)) ?? 0,
    figures: measure.figures.map((figure) => measureFigure(measure, figure, plain, masked)),
    beside: measure.truthOf === null ? [] : beside,
    byGroup: byGroup(measure, plain),
    calibration: measure.truthOf === null ? [] : calibrationOf(scored, measure.truthOf),
  };
}

function measureFigure(
  measure: Measure,
  figure: Figure,
  plain: readonly Judged[],
  masked: readonly Judged[] | null,
): MeasuredFigure {
  const { name, must, goal } = figure;
  const interval = bootstrapInterval(drawable(plain), (drawn) => figure.of(drawn.flat()), {
    samples,
    below: chanceFrom(figure.name),
  });
  return {
    name,
    must,
    goal,
    isPrinted: measure.isOfVerdicts && figure.isPrinted === true,
    value: rounded(figure.of(plain)),
    interval: interval === null ? null : [rounded(interval[0]) ?? 0, rounded(interval[1]) ?? 0],
    masked: masked === null ? null : rounded(figure.of(masked)),
  };
}

/** Bootstrap units: groups if there are enough, else rows. */
function drawable(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const group = groups.get(each.group) ?? [];
    group.push(each);
    groups.set(each.group, group);
  }
  return groups.size >= bins ? [...groups.values()] : judged.map((each) => [each]);
}

const groupsShown = 16;

function byGroup(measure: Measure, judged: readonly Judged[]): AccuracyOfSet["byGroup"] {
  const figure = measure.figures[0];
  const names = [...new Set(judged.map(({ group }) => group))];
  if (figure === undefined || names.length > groupsShown) return [];
  return names.sort().map((group) => {
    const own = judged.filter((each) => each.group === group);
    return { group, rows: own.length, value: rounded(figure.of(own)) };
  });
}

function calibrationOf(
  judged: readonly Judged[],
  truthOf: (row: DataRow) => number,
): CalibrationBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const own = judged.filter(
      (each) => Math.min(bins - 1, Math.floor(valueOf(each) * bins)) === bin,
    );
    const mean = (values: readonly number[]) =>
      values.length === 0 ? null : rounded(values.reduce((a, b) => a + b, 0) / values.length);
    return {
      rows: own.length,
      said: mean(own.map(valueOf)),
      true: mean(own.map(({ row }) => truthOf(row))),
    };
  });
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}
