import fc from "fast-check";
import { relative } from "node:path";
import { expect } from "vitest";
import { runs, runSeed, seedVariable } from "./runs";

/** Fails as fast-check does, and says how to draw the same again. */
function report(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const path = relative(process.cwd(), expect.getState().testPath ?? "");
  const again = `${seedVariable}=${String(runSeed)} npm test -- ${path}`;
  throw new Error(
    `${fc.defaultReportMessage(details)}\n\nDraws the same again: ${again}\nDraws this example alone: the seed and path above as the second argument of fc.assert`,
    { cause: details.errorInstance },
  );
}

fc.configureGlobal({ numRuns: runs(100), seed: runSeed });
// A process that runs several files installs it for each.
fc.installGlobalPlugin((index) => (index === 0 ? { onAllRunsComplete: report } : {}));
