import type { Command } from "commander";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { shownLocation, workspacePath } from "@/lib/pipeline/worker/data-folder";
import { distributeWorkspace, migrateWorkspace } from "@/lib/pipeline/worker/workspace";
import { workspaceOption } from "./workspace-option";

type MigrateOptions = {
  readonly workspace: WorkspaceName;
  readonly citus?: true;
  readonly json?: true;
};

/** `throughline migrate`: creates a workspace's database, or migrates it to the newest schema. */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("make a workspace's file, or bring it to the newest schema")
    .addOption(workspaceOption)
    .option(
      "--citus",
      "spread its tables over the machines of a Citus cluster (not yet tried on one)",
    )
    .option("--json", "print one JSON object")
    .action(async ({ workspace, citus, json }: MigrateOptions) => {
      await migrateWorkspace(workspace);
      const path = workspacePath(workspace);
      const spread = citus === true ? { spread: await distributeWorkspace(workspace) } : {};
      if (json) {
        console.log(JSON.stringify({ workspace, path: shownLocation(path), ...spread }));
        return;
      }
      console.log(`The workspace "${workspace}" has the newest schema.`);
      if (spread.spread !== undefined)
        console.log(`Tables spread over the cluster now: ${String(spread.spread)}.`);
    });
}
