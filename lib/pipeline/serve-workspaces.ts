import { existsSync } from "node:fs";
import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { openWriter, type Database } from "@/lib/store/database";
import { nowUs } from "./clock";
import { createAnswerMasker } from "./create-answer-masker";
import { workspacePath } from "./data-folder";
import { startWorkerLoop, type WorkerLoop } from "./worker-loop";

/** How often a workspace is looked for that was not there yet. */
const lookMs = 2000;

export type ServedWorkspace = { readonly db: Database; readonly loop: WorkerLoop };

export type ServedWorkspaces = {
  /** @throws DomainError "not-found" where nothing was ever put into the workspace */
  readonly get: (name: WorkspaceName) => Promise<ServedWorkspace>;
};

/**
 * Opens every workspace for writing and keeps it derived. `main` is made where it is missing; another is
 * opened as soon as its file is there.
 * @param options.isUrgent true while something waits that goes before derivation
 */
export function serveWorkspaces(options: {
  readonly isUrgent: () => boolean;
  readonly onError: (error: unknown) => void;
}): ServedWorkspaces {
  const maskAnswer = createAnswerMasker();
  const served = new Map<WorkspaceName, Promise<ServedWorkspace>>();

  async function open(name: WorkspaceName): Promise<ServedWorkspace> {
    const db = await openWriter(workspacePath(name));
    return { db, loop: startWorkerLoop({ db, now: nowUs, maskAnswer, ...options }) };
  }

  function get(name: WorkspaceName): Promise<ServedWorkspace> {
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
    for (const name of workspaceNames) if (isThere(name)) get(name).catch(options.onError);
  }

  lookForAll();
  setInterval(lookForAll, lookMs);
  return { get };
}

function isThere(name: WorkspaceName): boolean {
  return name === "main" || existsSync(workspacePath(name));
}
