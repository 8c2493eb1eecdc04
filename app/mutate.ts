import { headers } from "next/headers";
import type { z } from "zod";
import { isDomainError, type DomainErrorCode } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { MutationOutcome, WorkspaceChange } from "@/lib/domain/workspace-change";
import { submitChange } from "@/lib/pipeline/worker-client";
import { foreignPageSentence, isOwnPage } from "./is-own-page";
import { readOrReport } from "./read-or-report";
import { shownWorkspace } from "./shown-workspace";

/**
 * The body of every server action that changes something: refuses a request from a foreign page, checks
 * what the browser sent, and hands the change to the writer for the workspace that is shown.
 *
 * An action is one exported function in a file that begins with "use server":
 * ```ts
 * export async function mergeCase(input: unknown): Promise<MutationOutcome> {
 *   return mutate(mergeInput, input, (merge) => ({ kind: "case-merged", ...merge }));
 * }
 * ```
 * The page imports it and passes it to the component that calls it; the component shows `sentence` beside
 * what was pressed, and calls `router.refresh()` when done. Cases are derived shortly after: `isDone` says
 * that the change is kept, not that they are. A further kind of change: `WorkspaceChange`, `apply-change.ts`.
 * @param schema what the browser may send; every text with a greatest length
 * @param toChange what it means for the workspace
 */
export async function mutate<Input>(
  schema: z.ZodType<Input>,
  input: unknown,
  toChange: (input: Input) => WorkspaceChange,
): Promise<MutationOutcome> {
  if (!isOwnPage(await headers())) return refused("invalid-input", foreignPageSentence);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refused("invalid-input", unreadableSentence);
  const { name } = await shownWorkspace();
  const read = await readOrReport("a change", () => submit(name, toChange(parsed.data)));
  if (read.isRead) return read.value;
  const sentence = `The change could not be kept (request ${read.requestId}). Try it again.`;
  return refused("busy", sentence);
}

const unreadableSentence =
  "What the page sent could not be read, so nothing was changed. Load the page again and repeat it.";

async function submit(workspace: WorkspaceName, change: WorkspaceChange): Promise<MutationOutcome> {
  try {
    return { isDone: true, ...(await submitChange(workspace, change)) };
  } catch (error) {
    if (isDomainError(error)) return refused(error.code, error.message);
    throw error;
  }
}

function refused(code: DomainErrorCode, sentence: string): MutationOutcome {
  return { isDone: false, code, sentence };
}
