import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools/paths.mjs";
import { listWords } from "./tools/words.mjs";

/** Prints all that people read; with `--write` it becomes what the test of the words compares with. */
if (process.argv.includes("--write")) writeFileSync(join(root, "docs/words.txt"), listWords());
else process.stdout.write(listWords());
