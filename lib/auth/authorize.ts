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

/** The viewer, or an HTTP status and a sentence. */
export type Authorized =
  | { readonly isAllowed: true; readonly viewer: SignedIn }
  | { readonly isAllowed: false; readonly status: 401 | 403; readonly sentence: string };

/** Authorizes the current request to read. For pages see `requireViewer`. */
export async function authorize(permission: Permission): Promise<Authorized> {
  const viewer = await currentViewer();
  if (viewer === null) return { isAllowed: false, status: 401, sentence: signedOutSentence };
  if (may(viewer, permission)) return { isAllowed: true, viewer };
  await recordRefusal(viewer, permission);
  return { isAllowed: false, status: 403, sentence: refusalSentence(viewer, permission) };
}

/** As `authorize` for a mutating request: it must also come from a page of this server. */
export async function authorizeChange(permission: Permission): Promise<Authorized> {
  if (isOwnPage(await headers())) return authorize(permission);
  return { isAllowed: false, status: 403, sentence: foreignPageSentence };
}

/** A sentence that names the roles with the missing permission. */
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
