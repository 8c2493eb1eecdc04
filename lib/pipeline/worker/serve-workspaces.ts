import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { isDatabaseThere } from "@/lib/store/location";
import { openWorkspace } from "./open-workspace";
import { workspacePath } from "./data-folder";
import { describeError } from "@/lib/log/describe-error";
import { logEvent } from "@/lib/log/log-event";
import { startTidying } from "./start-tidying";
import { startDerivation, type Derivation } from "../derive/start-derivation";

/** How often to look for a workspace that does not exist yet. */
const lookMs = 2000;

export type ServedWorkspaces = {
  /** Settles once each workspace that was there at the start is open, or could not be opened. */
  readonly opened: Promise<void>;
  /** @throws DomainError "not-found" if nothing was ever ingested into the workspace */
  readonly get: (name: WorkspaceName) => Promise<Database>;
  /** Opens nothing more and terminates the threads that derive; what they had not stored stays queued. */
  readonly stop: () => Promise<void>;
};

/**
 * Opens every workspace for writing and keeps it derived, each on threads of its own. `main` is
 * created if missing; others are opened when their file appears.
 * @param onProblem called with a failure that will be retried; holds no personal data
 * @param onSettled called with the number of a workspace's queue entries whose results were stored
 */
export function serveWorkspaces(
  onProblem: (message: string) => void,
  onSettled: (workspace: WorkspaceName, entries: number) => void,
): ServedWorkspaces {
  const served = new Map<WorkspaceName, Promise<Database>>();
  const derivations: Derivation[] = [];

  async function open(name: WorkspaceName): Promise<Database> {
    const db = await openWorkspace(name);
    derivations.push(
      startDerivation({
        db,
        onProblem,
        onResumed: (ms) => logEvent("derivation-resumed", { workspace: name, ms }),
        onSettled: (entries) => onSettled(name, entries),
      }),
    );
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

  async function lookForAll(): Promise<void> {
    const opening = workspaceNames.filter(isThere).map((name) => get(name));
    for (const each of opening)
      each.catch((error: unknown) => {
        onProblem(describeError(error));
      });
    await Promise.allSettled(opening);
  }

  const opened = lookForAll();
  const timer = setInterval(() => void lookForAll(), lookMs);
  return {
    opened,
    get,
    stop: async () => {
      clearInterval(timer);
      // One that is being opened would start threads after the others were stopped.
      await Promise.allSettled(served.values());
      await Promise.all(derivations.map((derivation) => derivation.stop()));
    },
  };
}

function isThere(name: WorkspaceName): boolean {
  return name === "main" || isDatabaseThere(workspacePath(name));
}
