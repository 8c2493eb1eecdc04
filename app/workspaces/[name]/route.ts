import { authorize } from "@/lib/auth/authorize";
import { parseWorkspaceChoice, workspaceCookie } from "@/lib/format/layout/workspace";
import { returnPath } from "@/lib/format/layout/return-path";
import { refusedText } from "../../refused";

type Context = { readonly params: Promise<{ readonly name: string }> };

/** Shows a workspace from now on, and opens a path of it: what a link into the other workspace follows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const authorized = await authorize("view-cases");
  if (!authorized.isAllowed) return refusedText(authorized);
  const name = parseWorkspaceChoice((await params).name);
  if (name === null) return new Response("There is no such workspace.\n", { status: 404 });
  const location = returnPath(new URL(request.url).searchParams.get("to"));
  return new Response(null, {
    status: 307,
    headers: { location, "set-cookie": workspaceCookie(name), "cache-control": "no-store" },
  });
}
