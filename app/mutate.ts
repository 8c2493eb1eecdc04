import type { z } from "zod";
import { authorizeChange } from "@/lib/auth/authorize";
import { record } from "@/lib/auth/record";
import { auditOfChange } from "@/lib/auth/audit-of-change";
import { isDomainError, type DomainErrorCode } from "@/lib/domain/domain-error";
import type { Permission, Viewer } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { MutationOutcome, WorkspaceChange } from "@/lib/domain/settings/workspace-change";
import { readValueBefore, auditableChange } from "@/lib/pipeline/changes/before-change";
import { submitChange } from "@/lib/pipeline/worker/worker-client";
import { readOrReport } from "./read-or-report";
import { shownWorkspace } from "./shown-workspace";

/**
 * The body of every server action that changes something: checks origin, permission and input, records the
 * change in the audit, and submits it to the writer of the shown workspace.
 *
 * An action is one exported function in a file that begins with "use server":
 * ```ts
 * export async function mergeCase(input: unknown): Promise<MutationOutcome> {
 *   return mutate("override", mergeInput, input, (merge) => ({ kind: "case-merged", ...merge }));
 * }
 * ```
 * The page passes it to a component, which sends it by `useMutation` and shows a refusal in a
 * `ProblemNote`. Cases are derived shortly after: `isDone` says that the change is stored, not that they
 * are. A further kind of change: `WorkspaceChange`, `apply-change.ts`.
 * @param permission required permission
 * @param schema schema of the input; every text with a maximum length
 * @param toChange converts the input; `viewer.actor` is the audit's actor
 */
export async function mutate<Input>(
  permission: Permission,
  schema: z.ZodType<Input>,
  input: unknown,
  toChange: (input: Input, viewer: Viewer) => WorkspaceChange,
): Promise<MutationOutcome> {
  const authorized = await authorizeChange(permission);
  if (!authorized.isAllowed) return refused("not-allowed", authorized.sentence);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refused("invalid-input", unreadableSentence);
  const { name } = await shownWorkspace();
  const change = toChange(parsed.data, authorized.viewer);
  const read = await readOrReport("a change", async () => {
    const before = await readValueBefore(name, change);
    return keep(authorized.viewer, name, change, before);
  });
  if (read.isRead) return read.value;
  const sentence = `The change could not be kept (request ${read.requestId}). Try it again.`;
  return refused("busy", sentence);
}

const unreadableSentence =
  "What the page sent could not be read, so nothing was changed. Load the page again and repeat it.";

/** Audit first, then the change: what cannot be recorded is not done. */
async function keep(
  viewer: Viewer,
  workspace: WorkspaceName,
  change: WorkspaceChange,
  before: unknown,
): Promise<MutationOutcome> {
  const entry = { ...auditOfChange(auditableChange(change), before), workspace };
  await record(viewer, entry);
  try {
    return { isDone: true, ...(await submitChange(workspace, change, viewer.scope)) };
  } catch (error) {
    await record(viewer, {
      ...entry,
      action: "not-kept",
      before: null,
      after: { was: entry.action },
    });
    if (isDomainError(error)) return refused(error.code, error.message);
    throw error;
  }
}

function refused(code: DomainErrorCode, sentence: string): MutationOutcome {
  return { isDone: false, code, sentence };
}
