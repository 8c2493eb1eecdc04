import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountView } from "@/components/access/account-view";
import { loadOwnAccount } from "@/lib/auth/access-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { changeOwn, endOwn } from "./actions";

export const metadata: Metadata = { title: "Your account" };

/** The Account page. */
export default async function AccountPage() {
  const viewer = await requireViewer("view-cases");
  if (viewer.accountId === null) notFound();
  const { name, role, scope, sessionId } = viewer;
  const { sessions, hasPassword } = await loadOwnAccount(viewer.accountId, viewer.actor);
  return (
    <AccountView
      name={name}
      role={role}
      scope={scope}
      sessions={sessions}
      ownSessionId={sessionId}
      onPasswordChange={hasPassword ? changeOwn : null}
      onEnd={endOwn}
    />
  );
}
