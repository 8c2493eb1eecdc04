import "server-only";
import type { Annotation } from "@/lib/domain/annotation";
import { readAnnotations } from "@/lib/store/annotations";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

/**
 * Reads the annotations that reach into a time, by when they begin. They are about all cases, so every
 * scope sees them.
 * @param fromUs itself part of the time, `toUs` not; microseconds since 1970
 */
export async function loadAnnotations(
  { path }: SeenWorkspace,
  fromUs: number,
  toUs: number,
): Promise<readonly Annotation[]> {
  const reader = workspaceReader(path);
  return reader === null ? [] : readAnnotations(reader, fromUs, toUs);
}
