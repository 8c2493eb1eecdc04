import { csvLine } from "@/lib/analytics/charts/csv";
import type { RunList } from "./url";

/** A list of a run's cases. */
export type RunCasesFile = {
  readonly run: string;
  readonly list: RunList;
  readonly cases: readonly {
    readonly item: string;
    readonly stratum: string;
    readonly why: string;
  }[];
};

/** Writes a list of a run's cases as a file: JSON has their ids alone. */
export function runFile({ run, list, cases }: RunCasesFile, format: "csv" | "json"): string {
  if (format === "json") {
    return `${JSON.stringify({ run, list, items: cases.map(({ item }) => item) })}\n`;
  }
  const lines = [
    ["Case", "Case type", "Why"],
    ...cases.map(({ item, stratum, why }) => [item, stratum, why]),
  ];
  return lines.map((cells) => `${csvLine(cells)}\r\n`).join("");
}
