import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { usualCaseType } from "@/lib/domain/settings/settings";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import { locationIn } from "../postgres/folder-database";
import { requireShared } from "./require-shared";
import { withTestWorkspace, type TestWorkspace } from "../test-workspace";
import { workspaceOfRun } from "../workspace-of-run";

/** Runs a function in a workspace with the real export's spans, not derived. */
export async function withRealExport<Result>(
  run: (workspace: TestWorkspace) => Promise<Result>,
): Promise<Result> {
  return withTestWorkspace(run, { copyOf: await spansFolder(exportPath()) });
}

/**
 * The real export, derived, with access to all cases: shared by all tests of a run, read only. Every case is of a type
 * that is due after a business hour, so that their clocks say something.
 */
export async function realWorkspace(): Promise<SeenWorkspace> {
  const path = exportPath();
  const derive = (workspace: TestWorkspace) => deriveWithTargets(workspace, path);
  const folder = await workspaceOfRun("real-derived", derive, { copyOf: await spansFolder(path) });
  return { path: locationIn(folder, "main"), scope: null };
}

async function deriveWithTargets(
  { db, ingest, derive }: TestWorkspace,
  path: string,
): Promise<void> {
  const ids = gunzipSync(readFileSync(path))
    .toString("utf8")
    .matchAll(/case_id","value":\{"stringValue":"([^"]+)"/gu);
  const rows = [...new Set([...ids].map(([, caseId = ""]) => caseId))].map((id) => `${id},real`);
  await ingest(["id,type", ...rows].join("\n"));
  const real = { ...usualCaseType, resolveWithinBusinessHours: 1 };
  await adoptSettings(db, { caseTypes: { real } });
  await derive();
}

/** The data folder of a workspace with the export's spans, shared by all tests of a run. */
function spansFolder(path: string): Promise<string> {
  return workspaceOfRun("real", ({ ingest }) => ingest(readFileSync(path)));
}

function exportPath(): string {
  return requireShared("data/ingest/real-cases.otlp.jsonl.gz");
}
