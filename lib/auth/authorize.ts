import "server-only";
import { headers } from "next/headers";
import {
  may,
  permissions,
  roleNames,
  rolesThatMay,
  type Permission,
  type Viewer,
} from "@/lib/domain/people/permission";
import { currentViewer, type SignedIn } from "./current-viewer";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/people/is-own-page";
import { recordRefusal } from "./record";
import { joinedByOr } from "@/lib/format/join-words";

/** Who asks, or why they are refused: an HTTP status and a sentence for them. */
export type Authorized =
  | { readonly isAllowed: true; readonly viewer: SignedIn }
  | { readonly isAllowed: false; readonly status: 401 | 403; readonly sentence: string };

/** Whether the request that is answered may read something. For what is not a page: see `requireViewer`. */
export async function authorize(permission: Permission): Promise<Authorized> {
  const viewer = await currentViewer();
  if (viewer === null) return { isAllowed: false, status: 401, sentence: signedOutSentence };
  if (may(viewer, permission)) return { isAllowed: true, viewer };
  await recordRefusal(viewer, permission);
  return { isAllowed: false, status: 403, sentence: refusalSentence(viewer, permission) };
}

/** The same for a request that changes something: it must also come from a page of this server. */
export async function authorizeChange(permission: Permission): Promise<Authorized> {
  if (isOwnPage(await headers())) return authorize(permission);
  return { isAllowed: false, status: 403, sentence: foreignPageSentence };
}

/** Says in one sentence who may do what somebody may not. */
export function refusalSentence(
  viewer: Pick<Viewer, "role" | "isDemo">,
  permission: Permission,
): string {
  const able = rolesThatMay(permission);
  const what = permissions[permission];
  if (able.includes(viewer.role)) {
    return viewer.isDemo
      ? `To ${what}, sign in with an account: the demo holds none of it.`
      : `To ${what}, sign in with an account that is not limited to some regions or teams.`;
  }
  const names = able.map((role) => roleNames[role]);
  const who = joinedByOr(names);
  return `To ${what}, sign in as ${who}.`;
}

const signedOutSentence = "You are signed out. Load the page again and sign in.";
