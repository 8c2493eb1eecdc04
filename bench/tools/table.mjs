import { meets, targets } from "./targets.mjs";

const header = ["operation", "measured", "must", "goal"];

/**
 * Prints figures next to their targets.
 * @param figures by the targets' names; null: not measured here
 */
export function printTable(figures) {
  const rows = Object.entries(figures).map(([name, value]) => figureRow(targets[name], value));
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((row) => [...row[column]].length), title.length),
  );
  const print = (row) =>
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    );
  print(header);
  print(widths.map((width) => "─".repeat(width)));
  rows.forEach(print);
}

function figureRow({ label, unit, must, goal, isBetter }, value) {
  if (value === null) return [label, "not measured", "", ""];
  const sign = isBetter === "higher" ? "≥" : "≤";
  const cell = (target) =>
    target === undefined ? "" : `${sign} ${target} ${meets(value, target, isBetter) ? "✓" : "✗"}`;
  return [label, `${rounded(value)} ${unit}`.trim(), cell(must), cell(goal)];
}

/**
 * Prints the breakdown of time and bytes.
 * @param core the figures of a core run
 */
export function printParts({ stages, evaluators, tables }) {
  printList("where the time goes, × b, each stage by itself", stages);
  printList("evaluators, each by itself, interactions/s per core", evaluators);
  printList("where the bytes go, % of the raw export", tables);
}

/**
 * Prints how figures grow with the cases.
 * @param growth by number of cases the figures by name
 */
export function printGrowth(growth) {
  const sizes = Object.keys(growth);
  const [least, most] = [growth[sizes[0]], growth[sizes.at(-1)]];
  const times = Math.round(Number(sizes.at(-1)) / Number(sizes[0]));
  const titles = sizes.map((size) => Number(size).toLocaleString("en-US"));
  const print = (name, cells) =>
    console.log(`  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  console.log(`\npages by number of cases, ms; last column: for ${times} times the cases`);
  print("", [...titles, "growth"]);
  for (const name of Object.keys(most)) {
    const cells = sizes.map((size) => rounded(growth[size][name]));
    print(name, [...cells, `${rounded(most[name] / least[name])} ×`]);
  }
}

function printList(title, values) {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(values)) {
    console.log(`  ${name.padEnd(48)} ${rounded(value)}`);
  }
}

function rounded(value) {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
