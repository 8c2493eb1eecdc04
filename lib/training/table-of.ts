import type { AccuracyOfSet, MeasuredFigure } from "@/lib/domain/quality/accuracy";

const columns = [30, 38, 6, 15, 7, 6, 6, 9, 9] as const;

/** An evaluator's figures as a text table, with required values and baselines. */
export function tableOf(evaluator: string, sets: readonly AccuracyOfSet[]): string {
  const head = line([
    "data set",
    "figure",
    "ours",
    "95 %",
    "masked",
    "must",
    "goal",
    "constant",
    "length",
  ]);
  const rows = sets.flatMap((set) => set.figures.map((figure) => figureRow(set, figure)));
  return [`\n${evaluator}`, head, ...rows].join("\n");
}

function figureRow(set: AccuracyOfSet, figure: MeasuredFigure): string {
  const { interval, must, value } = figure;
  const besides = ["constant", "length"].map((name) => {
    const beside = set.beside.find(({ scorer }) => scorer === name);
    return show(beside?.figures.find((each) => each.name === figure.name)?.value ?? null);
  });
  const isMissed = must !== null && (value ?? 0) < must;
  return line([
    set.dataSet,
    figure.name,
    show(value),
    interval === null ? "" : `${show(interval[0])}–${show(interval[1])}`,
    show(figure.masked),
    show(must),
    show(figure.goal),
    ...besides,
    isMissed ? "MISSED" : "",
  ]);
}

function show(value: number | null): string {
  return value === null ? "" : value.toFixed(3);
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(columns[index] ?? 0))
    .join(" ")
    .trimEnd();
}
