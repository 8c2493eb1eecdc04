import type { AccuracyOfSet } from "@/lib/domain/quality/accuracy";
import { tableOf } from "./table-of";
import type { Recipe } from "./recipes/recipe";

/** A model card in Markdown: training data, measured accuracy, calibration. */
export function writeCard(recipe: Recipe, sets: readonly AccuracyOfSet[]): string {
  const { about } = recipe;
  return [
    `# ${recipe.evaluator}`,
    "",
    "Written by `npm run measure`; every figure is of rows whose group was left out when the weights were fitted.",
    "",
    `**Task.** ${about.task}`,
    "",
    `**Data and licences.** ${about.data}`,
    "",
    `**How it decides.** ${about.method}`,
    "",
    `**What it gets wrong.** ${about.weaknesses}`,
    "",
    "## Figures",
    "",
    "```",
    tableOf(recipe.evaluator, sets).trimStart(),
    "```",
    ...sets.flatMap(sectionOf),
    "",
  ].join("\n");
}

function sectionOf(set: AccuracyOfSet): readonly string[] {
  const head = `\n## ${set.dataSet}: ${set.label}`;
  const part = set.isOfVerdicts ? "" : " Verdicts rest on more than that.";
  const counts = `${String(set.rows)} rows in ${String(set.groups)} groups, ${set.path}; ${percent(set.scoredShare)} got a score.${part}`;
  const groups = set.byGroup.map(
    ({ group, rows, value }) => `| ${group} | ${String(rows)} | ${show(value)} |`,
  );
  const first = set.figures[0]?.name ?? "";
  const bins = set.calibration
    .filter(({ rows }) => rows > 0)
    .map((bin) => `| ${show(bin.said)} | ${show(bin.true)} | ${String(bin.rows)} |`);
  return [
    head,
    "",
    counts,
    ...(groups.length === 0
      ? []
      : ["", `| left out | rows | ${first} |`, "| --- | --- | --- |", ...groups]),
    ...(bins.length === 0 ? [] : ["", "| said | true | rows |", "| --- | --- | --- |", ...bins]),
  ];
}

function show(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
