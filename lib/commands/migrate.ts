import type { Command } from "commander";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { shownLocation, workspacePath } from "@/lib/pipeline/worker/data-folder";
import { withWorkspace } from "@/lib/pipeline/worker/workspace";
import { workspaceOption } from "./workspace-option";

type MigrateOptions = { readonly workspace: WorkspaceName; readonly json?: true };

/** `throughline migrate`: creates a workspace's database, or migrates it to the newest schema. */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("make a workspace's file, or bring it to the newest schema")
    .addOption(workspaceOption)
    .option("--json", "print one JSON object")
    .action(async ({ workspace, json }: MigrateOptions) => {
      await withWorkspace(workspace, () => Promise.resolve());
      if (json)
        console.log(JSON.stringify({ workspace, path: shownLocation(workspacePath(workspace)) }));
      else console.log(`The workspace "${workspace}" has the newest schema.`);
    });
}
