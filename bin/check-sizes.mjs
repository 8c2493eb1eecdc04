import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./tools/fingerprint.mjs";
import { root } from "./tools/paths.mjs";

const isSource = (file) => /\.(tsx?|[cm]?js|css)$/.test(file);
const isGenerated = (file) => /^db\/(access\/)?migrations\//.test(file) || file.includes(".gen.");
const isTest = (file) => /\.test\.\w+$/.test(file) || file.startsWith("e2e/");

const tooLong = filesBelow(".")
  .filter((file) => isSource(file) && !isGenerated(file))
  .map((file) => ({
    file,
    lines: readFileSync(join(root, file), "utf8").trimEnd().split("\n").length,
    limit: isTest(file) ? 400 : 300,
  }))
  .filter(({ lines, limit }) => lines > limit);

for (const { file, lines, limit } of tooLong)
  console.error(`${file}: ${lines} lines, over ${limit}`);
process.exitCode = tooLong.length > 0 ? 1 : 0;
