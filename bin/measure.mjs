import { ensureInstalled } from "./tools/install.mjs";
import { ensureBundled } from "./tools/bundle.mjs";

if (!(await ensureInstalled()) || !(await ensureBundled())) process.exit(1);
process.setSourceMapsEnabled(true);
// A build output, which exists from here on.
await import(new URL("../dist/measure.mjs", import.meta.url).href);
