import { createInterface } from "node:readline";
import type { Command } from "commander";
import type { z } from "zod";
import { actReader } from "@/lib/acts/server";
import { DomainError } from "@/lib/domain/domain-error";
import { rowSchema } from "@/lib/scoring/row";
import { actRowSchema, scoreActs } from "@/lib/scoring/score-acts";
import { scorers } from "@/lib/scoring/scorers";
import { createProgress } from "./progress";
import { printLine } from "./print-line";

/** `throughline score`: reads labelled rows from standard input, one JSON object a line, and prints a score for each. */
export function addScore(program: Command): void {
  const names = [...scorers.keys(), "acts"];
  program
    .command("score")
    .description("score rows of conversations, one JSON object a line, from standard input")
    .requiredOption("--evaluator <name>", `one of: ${names.join(", ")}`)
    .action(async ({ evaluator }: { readonly evaluator: string }) => {
      const answer = answerOf(evaluator);
      if (answer === null) {
        throw new DomainError(
          "invalid-input",
          `There is no evaluator "${evaluator}" that scores rows; choose from ${names.join(", ")}.`,
        );
      }
      const progress = createProgress("rows scored", null);
      let [lineNumber, failed] = [0, 0];
      for await (const line of createInterface({ input: process.stdin })) {
        lineNumber += 1;
        if (line.trim() === "") continue;
        const answered = await answer(line, lineNumber);
        if (answered === null) failed += 1;
        else await printLine(JSON.stringify(answered));
        progress.update(lineNumber);
      }
      progress.done();
      if (failed > 0) process.exitCode = 1;
    });
}

/** Answers a line of input; null for an invalid one, which is reported. */
type Answer = (line: string, lineNumber: number) => Promise<object | null>;

/** @returns null for an evaluator that scores no rows */
function answerOf(evaluator: string): Answer | null {
  if (evaluator === "acts") {
    return async (line, lineNumber) => {
      const row = readRow(actRowSchema, line, lineNumber);
      return row === null ? null : scoreActs(row, await actReader());
    };
  }
  const scorer = scorers.get(evaluator);
  if (scorer === undefined) return null;
  return (line, lineNumber) => {
    const row = readRow(rowSchema, line, lineNumber);
    return Promise.resolve(row === null ? null : scorer(row));
  };
}

/** @returns null for an invalid line; standard error says what is wrong without quoting it */
function readRow<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  lineNumber: number,
): z.infer<Schema> | null {
  const parsed = parseJson(line);
  if (parsed === undefined) {
    console.error(`Line ${String(lineNumber)} is not JSON; it was left out.`);
    return null;
  }
  const row = schema.safeParse(parsed);
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
