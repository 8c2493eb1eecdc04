import { ensureBundled } from "./tools/bundle.mjs";

process.exitCode = (await ensureBundled()) ? 0 : 1;
