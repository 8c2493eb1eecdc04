import { readFileSync } from "node:fs";
import { sharedPath } from "./shared-data";
import { withTestWorkspace, type TestWorkspace } from "./test-workspace";
import { workspaceOfRun } from "./workspace-of-run";

/**
 * Runs a function in a workspace with the real export's spans, not derived.
 * @returns null if the export is not next to the checkout
 */
export async function withRealExport<Result>(
  run: (workspace: TestWorkspace) => Promise<Result>,
): Promise<Result | null> {
  const path = sharedPath("data/ingest/real-cases.otlp.jsonl.gz");
  if (path === null) return null;
  const copyOf = await workspaceOfRun("real", ({ ingest }) => ingest(readFileSync(path)));
  return withTestWorkspace(run, { copyOf });
}
