import "server-only";
import { readSequence } from "@/lib/store/cases/changed-since";
import { workspaceReader } from "./workspace-reader";

/** The value of a workspace's sequence; 0 where there is no file. Read it before what is shown, so that no change is missed. */
export async function loadSequence(path: string): Promise<number> {
  const reader = workspaceReader(path);
  return reader === null ? 0 : readSequence(reader);
}
