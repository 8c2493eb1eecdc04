import { existsSync } from "node:fs";
import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { openWriter, type Database } from "@/lib/store/database";
import { workspacePath } from "./data-folder";
import { describeError } from "./describe-error";
import { startTidying } from "./start-tidying";
import { startDerivation } from "../derive/start-derivation";

/** How often to look for a workspace that does not exist yet. */
const lookMs = 2000;

export type ServedWorkspaces = {
  /** @throws DomainError "not-found" if nothing was ever ingested into the workspace */
  readonly get: (name: WorkspaceName) => Promise<Database>;
};

/**
 * Opens every workspace for writing and keeps it derived, each on threads of its own. `main` is
 * created if missing; others are opened when their file appears.
 * @param onProblem called with a failure that will be retried; holds no personal data
 */
export function serveWorkspaces(onProblem: (message: string) => void): ServedWorkspaces {
  const served = new Map<WorkspaceName, Promise<Database>>();

  async function open(name: WorkspaceName): Promise<Database> {
    const db = await openWriter(workspacePath(name));
    startDerivation({ db, onProblem });
    startTidying({ workspace: name, db }, onProblem);
    return db;
  }

  function get(name: WorkspaceName): Promise<Database> {
    const known = served.get(name);
    if (known !== undefined) return known;
    if (!isThere(name)) {
      return Promise.reject(new DomainError("not-found", `The workspace "${name}" is empty.`));
    }
    const opening = open(name);
    served.set(name, opening);
    opening.catch(() => served.delete(name));
    return opening;
  }

  function lookForAll(): void {
    for (const name of workspaceNames)
      if (isThere(name)) get(name).catch((error: unknown) => onProblem(describeError(error)));
  }

  lookForAll();
  setInterval(lookForAll, lookMs);
  return { get };
}

function isThere(name: WorkspaceName): boolean {
  return name === "main" || existsSync(workspacePath(name));
}
