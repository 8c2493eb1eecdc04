import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { writeReviewedSamples } from "../material/reviewed-samples";
import { days, firstUs, writeSyntheticCases } from "../material/synthetic-cases";
import { withWorkspace } from "./workspace";

export type WriteCasesOptions = { readonly folder: string; readonly cases: number };

const asOfUs = firstUs + days * 86_400_000_000;

/** Makes the workspace that the measures of pages read, with samples of its findings. */
export async function writeCases({ folder, cases }: WriteCasesOptions): Promise<null> {
  const seen = { path: workspacePath("main", folder), scope: null };
  await withWorkspace(folder, (db) => writeSyntheticCases(db, cases));
  await withWorkspace(folder, (db) => writeReviewedSamples(db, seen, asOfUs));
  return null;
}
