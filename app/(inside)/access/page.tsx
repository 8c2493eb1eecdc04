import type { Metadata } from "next";
import { AccessView } from "@/components/access/access-view";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { loadAccessPage } from "@/lib/auth/access-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { readOrReport } from "../../read-or-report";
import { change } from "./actions";

export const metadata: Metadata = { title: "Access" };

/** Who may sign in, who is signed in, and which programs have a token. */
export default async function AccessPage() {
  const { sessionId } = await requireViewer("manage-users");
  const read = await readOrReport("access", loadAccessPage);
  if (read.isRead) return <AccessView {...read.value} ownSessionId={sessionId} onChange={change} />;
  return (
    <>
      <PageHeader title="Access" />
      <ErrorState
        title="The accounts could not be read."
        detail="Nothing is changed. The other pages may still work."
        retryHref="/access"
        requestId={read.requestId}
      />
    </>
  );
}
