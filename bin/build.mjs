import { stopChildrenOnSignal } from "./tools/run.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { ensureBuilt } from "./tools/build.mjs";

stopChildrenOnSignal();
process.exitCode = (await ensureInstalled()) && (await ensureBuilt()) ? 0 : 1;
