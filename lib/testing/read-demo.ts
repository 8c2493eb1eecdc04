import { demoExport, type DemoSeed } from "@/lib/demo/demo-export";
import { demoSettings } from "@/lib/demo/demo-settings";
import type { DerivedCase } from "@/lib/domain/case";
import { adoptSettings } from "@/lib/pipeline/adopt-settings";
import { workspacePath } from "@/lib/pipeline/data-folder";
import { exportCases } from "@/lib/queries/export-cases";
import { countUnassigned } from "@/lib/store/counts";
import { readCase } from "@/lib/store/read-case";
import { readAllValues } from "./read-raw";
import { withTestWorkspace } from "./test-workspace";

/** A case as it stands in the workspace, and its outcome at the demo's end. */
export type SeenCase = { readonly derived: DerivedCase; readonly outcome: string };

/** What a workspace holds that was fed the demo's export. */
export type DemoRead = {
  /** By case id. */
  readonly seen: ReadonlyMap<string, SeenCase>;
  /** Spans and records that were refused. */
  readonly rejected: number;
  /** Spans that belong to no case. */
  readonly unassigned: number;
  /** Every value of the workspace's file, as text. */
  readonly stored: string;
};

/** Feeds the demo's export to a workspace of its own, derives it and reads what it holds. */
export async function readDemo(made: DemoSeed): Promise<DemoRead> {
  return await withTestWorkspace(
    async ({ db, folder, ingest, ingestRequests, derive }) => {
      const { requests, crmCsv } = demoExport(made);
      await adoptSettings(db, demoSettings(made));
      const traces = await ingestRequests(requests);
      const records = await ingest(crmCsv);
      await derive();
      const seen = new Map<string, SeenCase>();
      for await (const { case_id, outcome } of exportCases(db, made.endUs)) {
        const found = await readCase(db, case_id);
        if (found !== null) seen.set(case_id, { derived: found.derived, outcome });
      }
      return {
        seen,
        rejected: traces.rejected + traces.rejects.length + records.rejects.length,
        unassigned: await countUnassigned(db),
        stored: readAllValues(workspacePath("main", folder)),
      };
    },
    { nowUs: made.endUs },
  );
}
