import { parseArgs } from "node:util";

const help = `Measures ingest, derivation, growth, memory and reading beside them, as ratios in one run.

  npm run bench -- [--quick | --long] [--only <measure>] [--postgres] [--folder <folder>]

  --quick     small sizes, two rounds: whether it runs, not what it costs
  --long      growth and memory at 10 million spans
  --only      core, growth, memory, readers, hostile or pages
  --postgres  with --only pages: on a PostgreSQL server of its own in place of SQLite
  --folder    with --only pages: where the made cases are kept, which later runs read; a million take 25 minutes to make
`;

const normal = {
  rounds: 5,
  requests: Number.MAX_SAFE_INTEGER,
  small: 50_000,
  large: 1_000_000,
  caseOf: 200_000,
  samples: 400,
  exports: 40,
  pageCases: [20_000, 200_000, 1_000_000],
};
const quick = {
  rounds: 2,
  requests: 200,
  small: 5_000,
  large: 20_000,
  caseOf: 10_000,
  samples: 60,
  exports: 10,
  pageCases: [2_000, 5_000, 20_000],
};

export const measures = ["core", "growth", "memory", "readers", "hostile", "pages"];

/**
 * Reads the command line.
 * @returns null for --help
 */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      only: { type: "string" },
      postgres: { type: "boolean", default: false },
      folder: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return null;
  }
  if (values.only !== undefined && !measures.includes(values.only)) {
    throw new Error(`There is no measure "${values.only}"; choose ${measures.join(", ")}.`);
  }
  if (values.postgres && values.only !== "pages") {
    throw new Error("Only pages are measured on PostgreSQL: --only pages --postgres.");
  }
  if (values.folder !== undefined && values.only !== "pages") {
    throw new Error("Only the cases of pages are kept: --only pages --folder <folder>.");
  }
  const sizes = values.quick
    ? quick
    : values.long
      ? { ...normal, large: 10_000_000, caseOf: 1_000_000 }
      : normal;
  return {
    mode: values.quick ? "quick" : values.long ? "long" : "normal",
    only: values.only ?? null,
    engine: values.postgres ? "postgres" : "sqlite",
    folder: values.folder ?? null,
    ...sizes,
  };
}
