import { spawnSync } from "node:child_process";
import { root } from "../bin/tools/paths.mjs";
import { buildMeasures } from "./tools/build.mjs";

/** Judges two releases made of real conversations: `node bench/real-gate.mjs [--seed 1] [--keep replay.jsonl]`. */
const bundle = await buildMeasures("bench-real-gate");
const args = ["--enable-source-maps", bundle, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
