import { parseArgs } from "node:util";
import { DomainError } from "@/lib/domain/domain-error";
import { readDataSet, type DataRow, type DataSetName } from "./data-sets";
import type { Recipe } from "./recipes/recipe";
import { recipes } from "./recipes/recipes";

/** Runs a program on the evaluators named by its arguments; prints mistakes as one sentence. */
export async function runAsProgram(
  work: (names: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** The arguments of `npm run train`: evaluator names, and the file of `--labels`. */
export function readTrainArguments(given: readonly string[]): {
  readonly names: readonly string[];
  readonly labels: string | null;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { labels: { type: "string" } },
      allowPositionals: true,
    });
    return { names: positionals, labels: values.labels ?? null };
  } catch (error) {
    const why = error instanceof Error ? error.message : "unreadable arguments";
    throw new DomainError("invalid-input", why);
  }
}

/**
 * The recipes of the named evaluators; all if none is named.
 * @throws DomainError for an unknown name
 */
export function chooseRecipes(names: readonly string[]): readonly Recipe[] {
  const known = recipes.map(({ evaluator }) => evaluator);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new DomainError(
      "invalid-input",
      `No evaluator is called "${unknown}"; choose from ${known.join(", ")}.`,
    );
  }
  return recipes.filter(({ evaluator }) => names.length === 0 || names.includes(evaluator));
}

/** Reads each data set once. */
export function readDataSets(): (name: DataSetName) => Promise<readonly DataRow[]> {
  const sets = new Map<DataSetName, Promise<readonly DataRow[]>>();
  return (name) => {
    const known = sets.get(name) ?? readDataSet(name);
    sets.set(name, known);
    return known;
  };
}
