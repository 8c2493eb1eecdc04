import { spawn } from "node:child_process";
import { ensureInstalled } from "../bin/tools/install.mjs";
import { root } from "../bin/tools/paths.mjs";

/** The fault harness, with the product's own processes. npm run faults -- --help */
if (await ensureInstalled()) {
  const [{ buildMeasures }, { ensureBundled }] = await Promise.all([
    import("./tools/build.mjs"),
    import("../bin/tools/bundle.mjs"),
  ]);
  if (!(await ensureBundled())) throw new Error("The command line could not be bundled.");
  const args = [await buildMeasures("bench-faults"), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  child.on("exit", (code) => (process.exitCode = code ?? 1));
} else process.exitCode = 1;
