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

/**
 * Whether who exports may have the cases in which some words were said: which they are tells what was said.
 * @returns the refusal; null: nothing is refused
 */
export function refuseSearch(
  { readsText }: { readonly readsText: boolean },
  { text }: { readonly text: string },
): Extract<ProgramAnswer, { readonly isAllowed: false }> | null {
  if (readsText || text === "") return null;
  const sentence =
    "Searching for words tells who said them, and this token may not read what was said: leave q out, or use a token that may export and view-text.";
  return { isAllowed: false, status: 403, sentence };
}

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
