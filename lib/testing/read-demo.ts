import type { DerivedCase } from "@/lib/domain/case/case";
import { exportCases } from "@/lib/analytics/load/export-cases";
import { countUnassigned } from "@/lib/store/cases/counts";
import { readBatches } from "@/lib/store/spans/read-batches";
import { readCase } from "@/lib/store/cases/read-case";
import { demoSeed, demoWorkspace } from "./demo-workspace";
import { readAllValues } from "./spans/read-raw";

export type SeenCase = { readonly derived: DerivedCase; readonly outcome: string };

/** Contents of the demo workspace. */
export type DemoRead = {
  readonly seen: ReadonlyMap<string, SeenCase>;
  readonly rejected: number;
  readonly unassigned: number;
  /** Every value in the database, as text. */
  readonly stored: string;
};

/** Reads the demo workspace. */
export async function readDemo(): Promise<DemoRead> {
  const { db, seen: workspace } = await demoWorkspace();
  const seen = new Map<string, SeenCase>();
  for await (const { case_id, outcome } of exportCases(db, demoSeed.endUs)) {
    const found = await readCase(db, case_id);
    if (found !== null) seen.set(case_id, { derived: found.derived, outcome });
  }
  const { batches } = await readBatches(db, { page: 1, pageSize: 10, batch: null, rejectsMax: 0 });
  return {
    seen,
    rejected: batches.reduce((sum, { rejected, refusals }) => sum + rejected + refusals, 0),
    unassigned: await countUnassigned(db),
    stored: readAllValues(workspace.path),
  };
}
