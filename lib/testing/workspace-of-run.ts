import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { copyFiles } from "./postgres/copy-files";
import { makeDatabase } from "./postgres/folder-database";
import { isOnPostgres } from "./postgres/test-server";
import {
  templateOf,
  withTestWorkspace,
  type TestWorkspace,
  type TestWorkspaceOptions,
} from "./test-workspace";

/**
 * The data folder of a workspace shared by all tests of a run, to read or copy. The first process to call it creates
 * it; the others wait. It is filled as a file, whose rows PostgreSQL gets.
 * @param fill fills an empty workspace
 * @returns the folder's path
 */
export async function workspaceOfRun(
  name: string,
  fill: (workspace: TestWorkspace) => Promise<unknown>,
  options?: TestWorkspaceOptions,
): Promise<string> {
  const folder = await makeOnce(name, (draft) => {
    mkdirSync(draft);
    const place = { folder: draft, location: join(draft, "main.db") };
    return withTestWorkspace(fill, { ...options, place });
  });
  if (isOnPostgres())
    await makeOnce(`${name}-on-postgres`, async (draft) => {
      await copyFiles(folder, templateOf(folder), ["main"]);
      await makeDatabase(folder, { from: templateOf(folder) });
      mkdirSync(draft);
    });
  return folder;
}

/** Makes a folder of the run, unless it is there. @param make at the path it is given @returns its path */
async function makeOnce(name: string, make: (draft: string) => Promise<unknown>): Promise<string> {
  const run = process.env["THROUGHLINE_TEST_RUN"];
  if (run === undefined) throw new Error("This run of the tests has no folder of its own.");
  const folder = join(run, name);
  const [lock, draft] = [`${folder}.lock`, `${folder}.draft`];
  const makeAndName = async () => {
    await make(draft);
    renameSync(draft, folder);
  };
  while (!existsSync(folder)) {
    const isMaker = mkdirSync(lock, { recursive: true }) !== undefined;
    if (!isMaker) await wait(100);
    else await makeAndName().finally(() => rmSync(lock, { recursive: true }));
  }
  return folder;
}
