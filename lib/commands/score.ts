import { createInterface } from "node:readline";
import type { Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import { rowSchema, type Row } from "@/lib/scoring/row";
import { scorers } from "@/lib/scoring/scorers";
import { createProgress } from "./progress";
import { printLine } from "./print-line";

/** `throughline score`: reads labelled rows from standard input, one JSON object a line, and prints a score for each. */
export function addScore(program: Command): void {
  program
    .command("score")
    .description("score rows of conversations, one JSON object a line, from standard input")
    .requiredOption("--evaluator <name>", `one of: ${[...scorers.keys()].join(", ")}`)
    .action(async ({ evaluator }: { readonly evaluator: string }) => {
      const scorer = scorers.get(evaluator);
      if (scorer === undefined) {
        throw new DomainError(
          "invalid-input",
          `There is no evaluator "${evaluator}" that scores rows; choose from ${[...scorers.keys()].join(", ")}.`,
        );
      }
      const progress = createProgress("rows scored", null);
      let [lineNumber, failed] = [0, 0];
      for await (const line of createInterface({ input: process.stdin })) {
        lineNumber += 1;
        if (line.trim() === "") continue;
        const row = readRow(line, lineNumber);
        if (row === null) failed += 1;
        else await printLine(JSON.stringify(scorer(row)));
        progress.update(lineNumber);
      }
      progress.done();
      if (failed > 0) process.exitCode = 1;
    });
}

/** @returns null for an invalid line; standard error says what is wrong without quoting it */
function readRow(line: string, lineNumber: number): Row | null {
  const parsed = parseJson(line);
  if (parsed === undefined) {
    console.error(`Line ${String(lineNumber)} is not JSON; it was left out.`);
    return null;
  }
  const row = rowSchema.safeParse(parsed);
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  const place = issue?.path.join(".") ?? "";
  console.error(
    `Line ${String(lineNumber)} is no row: ${place === "" ? "" : `${place}: `}${issue?.message ?? "unreadable"}; it was left out.`,
  );
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
