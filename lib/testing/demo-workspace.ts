import { demoExport, type DemoSeed } from "@/lib/demo/demo-export";
import { demoSettings } from "@/lib/demo/demo-settings";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { withTestWorkspace, type TestWorkspace } from "./test-workspace";

export type DemoWorkspace = TestWorkspace & {
  /** As somebody who may see everything sees it. */
  readonly seen: SeenWorkspace;
  /** Spans and records that were refused. */
  readonly rejected: number;
};

/** Runs something in a workspace of its own that was fed the demo's export, with the demo's settings, and derived. */
export function withDemoWorkspace<Result>(
  made: DemoSeed,
  run: (workspace: DemoWorkspace) => Promise<Result>,
): Promise<Result> {
  return withTestWorkspace(
    async (workspace) => {
      const { db, folder, ingest, ingestRequests, derive } = workspace;
      const { requests, crmCsv } = demoExport(made);
      await adoptSettings(db, demoSettings(made));
      const traces = await ingestRequests(requests);
      const records = await ingest(crmCsv);
      await derive();
      const seen = { path: workspacePath("main", folder), scope: null };
      const rejected = traces.rejected + traces.rejects.length + records.rejects.length;
      return run({ ...workspace, seen, rejected });
    },
    { nowUs: made.endUs },
  );
}
