import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { openWriter } from "@/lib/store/open-database";
import { withTestWorkspace, type TestWorkspace, type TestWorkspaceOptions } from "./test-workspace";

/**
 * The data folder of a workspace shared by all tests of a run, to read or copy. The first process to call it creates
 * it; the others wait.
 * @param fill fills an empty workspace
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
      // Opening and closing the database removes its write-ahead log.
      await (await openWriter(workspacePath("main", draft))).close();
      renameSync(draft, folder);
    }, options);
  }
}
