import "server-only";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Permission } from "@/lib/domain/people/permission";
import { signInHref } from "@/lib/format/layout/return-path";
import { currentViewer, type SignedIn } from "./current-viewer";
import { recordRefusal } from "./record";
import { requestPath } from "./request-path";

/** Per request: the missing permission, for the refusal page. */
export const refusal = cache((): { permission: Permission | null } => ({ permission: null }));

/**
 * Authorizes a page; call it first. Redirects to sign-in without a session, and refuses with 403 without the
 * permission.
 */
export async function requireViewer(permission: Permission): Promise<SignedIn> {
  const viewer = await currentViewer();
  if (viewer === null) redirect(signInHref(await requestPath()));
  if (may(viewer, permission)) return viewer;
  refusal().permission = permission;
  await recordRefusal(viewer, permission);
  forbidden();
}
