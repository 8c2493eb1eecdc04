import "server-only";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { may, type Permission } from "@/lib/domain/people/permission";
import { signInHref } from "@/lib/format/layout/return-path";
import { currentViewer, type SignedIn } from "./current-viewer";
import { recordRefusal } from "./record";
import { requestPath } from "./request-path";

/** One a request: what the page of a refusal says was missing. */
export const refusal = cache((): { permission: Permission | null } => ({ permission: null }));

/**
 * The first thing every page does: who looks at it, and whether they may. Without a session it leads to
 * the sign-in, which leads back here; without the permission it is a refusal (403).
 */
export async function requireViewer(permission: Permission): Promise<SignedIn> {
  const viewer = await currentViewer();
  if (viewer === null) redirect(signInHref(await requestPath()));
  if (may(viewer, permission)) return viewer;
  refusal().permission = permission;
  await recordRefusal(viewer, permission);
  forbidden();
}
