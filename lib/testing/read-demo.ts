import type { DemoSeed } from "@/lib/demo/demo-export";
import type { DerivedCase } from "@/lib/domain/case/case";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { exportCases } from "@/lib/analytics/load/export-cases";
import { countUnassigned } from "@/lib/store/cases/counts";
import { readCase } from "@/lib/store/cases/read-case";
import { withDemoWorkspace } from "./demo-workspace";
import { readAllValues } from "./spans/read-raw";

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
  return await withDemoWorkspace(made, async ({ db, folder, rejected }) => {
    const seen = new Map<string, SeenCase>();
    for await (const { case_id, outcome } of exportCases(db, made.endUs)) {
      const found = await readCase(db, case_id);
      if (found !== null) seen.set(case_id, { derived: found.derived, outcome });
    }
    return {
      seen,
      rejected,
      unassigned: await countUnassigned(db),
      stored: readAllValues(workspacePath("main", folder)),
    };
  });
}
