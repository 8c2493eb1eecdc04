import { createReadStream, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { DomainError } from "@/lib/domain/domain-error";
import { rowSchema, type Row } from "@/lib/scoring/row";
import { readCanaries } from "./canaries";
import { exampleSets, readExamples, type ExampleSet } from "./disclosure-examples";

export const dataSetNames = [
  "resolution.tau",
  "satisfaction.star",
  "context_reask.star",
  "context_reask.multiwoz",
  "handoff.spliced",
  "promises.real",
  "groundedness.mtrag",
  "groundedness.q2",
  "groundedness.begin",
  "groundedness.faithdial_audit",
  "pii.multidogo",
  "pii.presidio",
  "pii.piianon_support",
  "tone.politeness",
  "tone.goemotions",
  "intent.banking77",
  "intent.clinc150",
  "disclosure_trigger.rua",
  "injection.bipia",
] as const;
export type DataSetName = (typeof dataSetNames)[number] | ExampleSet | "pii.canaries";

export type DataRow = Row & { readonly dataSet: DataSetName };

/** The folder of the public data sets, next to the checkout. */
function dataSetFolder(): string {
  return resolve(process.cwd(), "..", "shared", "data", "dev");
}

function isExampleSet(name: DataSetName): name is ExampleSet {
  return Object.hasOwn(exampleSets, name);
}

/**
 * Reads a whole data set in file order.
 * @throws DomainError if it is missing
 */
export async function readDataSet(name: DataSetName): Promise<readonly DataRow[]> {
  if (isExampleSet(name)) return readExamples(name).map((row) => ({ ...row, dataSet: name }));
  if (name === "pii.canaries") return readCanaries().map((row) => ({ ...row, dataSet: name }));
  const path = join(dataSetFolder(), `${name}.jsonl.gz`);
  if (!existsSync(path)) {
    throw new DomainError(
      "not-found",
      `There is no data set ${name}; it is looked for at ${path}.`,
    );
  }
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  const rows: DataRow[] = [];
  for await (const line of lines) {
    const row = rowSchema.parse(JSON.parse(line));
    rows.push({ ...row, dataSet: name });
  }
  return rows;
}
