import "server-only";
import { casesReadSoFar } from "./case-table";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

/** How many cases a starting server has read so far; null where no page has to wait. */
export function casesBeingRead({ path, scope }: SeenWorkspace): number | null {
  const reader = workspaceReader(path);
  return reader === null ? null : casesReadSoFar(reader, scope);
}
