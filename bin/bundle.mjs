import { ensureBundled } from "./tools/bundle.mjs";

await ensureBundled();
