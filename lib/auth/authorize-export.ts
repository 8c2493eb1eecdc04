import "server-only";
import type { Scope } from "@/lib/domain/people/permission";
import { authorize } from "./authorize";
import { authorizeProgram, readPresentedToken, type ProgramAnswer } from "./program-token";

/** Who takes a list away, as the audit calls them, or why they may not. */
type ExportAnswer =
  | { readonly isAllowed: true; readonly actor: string; readonly scope: Scope | null }
  | Extract<ProgramAnswer, { readonly isAllowed: false }>;

/** Whether the request that is answered may take a list away: a person's session, or a program's token. */
export async function authorizeExport(request: Pick<Request, "headers">): Promise<ExportAnswer> {
  if (readPresentedToken(request.headers) === null) {
    const person = await authorize("export");
    if (!person.isAllowed) return person;
    const { actor, scope } = person.viewer;
    return { isAllowed: true, actor, scope };
  }
  const program = await authorizeProgram(request, "export");
  if (!program.isAllowed) return program;
  return { isAllowed: true, actor: program.publicId ?? "nobody", scope: program.scope };
}
