import "server-only";
import { may, type Scope } from "@/lib/domain/people/permission";
import { authorize } from "./authorize";
import { authorizeProgram, readPresentedToken, type ProgramAnswer } from "./program-token";

/** The exporter's audit id, or why export is refused. */
type ExportAnswer =
  | {
      readonly isAllowed: true;
      readonly actor: string;
      readonly scope: Scope | null;
      /** Whether what was said may go with it. */
      readonly readsText: boolean;
    }
  | Extract<ProgramAnswer, { readonly isAllowed: false }>;

/** Authorizes an export by a user's session or a program's token. */
export async function authorizeExport(request: Pick<Request, "headers">): Promise<ExportAnswer> {
  if (readPresentedToken(request.headers) === null) {
    const person = await authorize("export");
    if (!person.isAllowed) return person;
    const { actor, scope } = person.viewer;
    return { isAllowed: true, actor, scope, readsText: may(person.viewer, "view-text") };
  }
  const program = await authorizeProgram(request, "export");
  if (!program.isAllowed) return program;
  const { publicId, scope, readsText } = program;
  return { isAllowed: true, actor: publicId ?? "nobody", scope, readsText };
}
