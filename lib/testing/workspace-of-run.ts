import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { openWriter } from "@/lib/store/database";
import { withTestWorkspace, type TestWorkspace, type TestWorkspaceOptions } from "./test-workspace";

/**
 * The data folder of a workspace that all tests of a run share, to read from or to copy. Whoever asks for
 * it first makes it, in whichever process; the others wait until it is there.
 * @param fill puts into an empty workspace what it holds
 * @returns the folder's path
 */
export async function workspaceOfRun(
  name: string,
  fill: (workspace: TestWorkspace) => Promise<unknown>,
  options?: TestWorkspaceOptions,
): Promise<string> {
  const run = process.env["THROUGHLINE_TEST_RUN"];
  if (run === undefined) throw new Error("This run of the tests has no folder of its own.");
  const folder = join(run, name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    const isMaker = mkdirSync(lock, { recursive: true }) !== undefined;
    if (!isMaker) await wait(100);
    else await make().finally(() => rmSync(lock, { recursive: true }));
  }
  return folder;

  function make(): Promise<void> {
    return withTestWorkspace(async (workspace) => {
      await fill(workspace);
      const draft = `${folder}.draft`;
      cpSync(workspace.folder, draft, { recursive: true });
      // Whoever opens a file alone and closes it leaves no log beside it.
      (await openWriter(workspacePath("main", draft))).close();
      renameSync(draft, folder);
    }, options);
  }
}
