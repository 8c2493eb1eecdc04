import { join } from "node:path";
import { writeMessageExport } from "../material/message-export";
import { ingestPath, withWorkspace } from "./workspace";

export type EndlessOptions = { readonly folder: string; readonly exports: number };

const spansPerExport = 10_000;

/** Ingests and derives one export after another until terminated; reports when it begins. */
export async function ingestEndlessly({ folder, exports }: EndlessOptions): Promise<void> {
  const paths = Array.from({ length: exports }, (_, count) =>
    join(folder, `endless-${String(count)}.jsonl`),
  );
  for (const [count, path] of paths.entries()) {
    // Few long cases: the list that is read meanwhile must not grow much.
    const shape = { spansPerCase: 500, spansPerTrace: 50, prefix: `endless-${String(count)}` };
    await writeMessageExport(path, { spans: spansPerExport, ...shape });
  }
  process.send?.("begun");
  await withWorkspace(folder, async (db) => {
    for (const path of paths) await ingestPath(db, path, folder);
  });
}
