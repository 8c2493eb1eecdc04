import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./tools/fingerprint.mjs";
import { root } from "./tools/paths.mjs";

/** Per folder of lib or components. */
const filesMax = 40;

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

const folders = new Map();
for (const file of filesBelow(".").filter((each) => /^(lib|components)\//.test(each)))
  folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
const tooWide = [...folders].filter(([, files]) => files > filesMax);

const disabling = /(?:es|ox)lint-disable/;
const switchedOff = filesBelow(".").filter(
  (file) => isSource(file) && disabling.test(readFileSync(join(root, file), "utf8")),
);

for (const file of switchedOff)
  console.error(`${file}: a comment switches a rule off; change .oxlintrc.json for all instead`);
for (const { file, lines, limit } of tooLong)
  console.error(`${file}: ${lines} lines, over ${limit}`);
for (const [folder, files] of tooWide) console.error(`${folder}: ${files} files, over ${filesMax}`);
process.exitCode = tooLong.length + tooWide.length + switchedOff.length > 0 ? 1 : 0;
