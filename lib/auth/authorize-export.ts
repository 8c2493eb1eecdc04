import "server-only";
import type { Scope } from "@/lib/domain/people/permission";
import { authorize } from "./authorize";
import { authorizeProgram, readPresentedToken, type ProgramAnswer } from "./program-token";

/** The exporter's audit id, or why export is refused. */
type ExportAnswer =
  | { readonly isAllowed: true; readonly actor: string; readonly scope: Scope | null }
  | Extract<ProgramAnswer, { readonly isAllowed: false }>;

/** Authorizes an export by a user's session or a program's token. */
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
