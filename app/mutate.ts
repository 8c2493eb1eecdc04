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
 * The body of every server action that changes something: refuses a request from a foreign page or of
 * somebody who may not, checks what the browser sent, writes down what is about to be done, and hands the
 * change to the writer for the workspace that is shown.
 *
 * An action is one exported function in a file that begins with "use server":
 * ```ts
 * export async function mergeCase(input: unknown): Promise<MutationOutcome> {
 *   return mutate("override", mergeInput, input, (merge) => ({ kind: "case-merged", ...merge }));
 * }
 * ```
 * The page imports it and passes it to the component that calls it; the component shows `sentence` beside
 * what was pressed, and calls `router.refresh()` when done. Cases are derived shortly after: `isDone` says
 * that the change is kept, not that they are. A further kind of change: `WorkspaceChange`, `apply-change.ts`.
 * @param permission what somebody must be allowed to do
 * @param schema what the browser may send; every text with a greatest length
 * @param toChange what it means for the workspace; `viewer.actor` is who the audit says it was
 * @param before the value that is replaced, for the audit; of a case's or a label's change it is read here
 */
export async function mutate<Input>(
  permission: Permission,
  schema: z.ZodType<Input>,
  input: unknown,
  toChange: (input: Input, viewer: Viewer) => WorkspaceChange,
  before: unknown = null,
): Promise<MutationOutcome> {
  const authorized = await authorizeChange(permission);
  if (!authorized.isAllowed) return refused("not-allowed", authorized.sentence);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refused("invalid-input", unreadableSentence);
  const { name } = await shownWorkspace();
  const change = toChange(parsed.data, authorized.viewer);
  const read = await readOrReport("a change", async () => {
    const stood = before ?? (await readValueBefore(name, change));
    return keep(authorized.viewer, name, change, stood);
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
