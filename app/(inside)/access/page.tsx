import type { Metadata } from "next";
import { AccessView } from "@/components/access/access-view";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { loadAccessPage } from "@/lib/auth/access-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadScopeNames } from "@/lib/pages/access/load";
import { nowUs } from "../../now-us";
import { shownWorkspace } from "../../shown-workspace";
import { readOrReport } from "../../read-or-report";
import { change } from "./actions";

export const metadata: Metadata = { title: "Access" };

/** The Access page. */
export default async function AccessPage() {
  const { sessionId } = await requireViewer("manage-users");
  const read = await readOrReport("access", async () => ({
    ...(await loadAccessPage()),
    known: await loadScopeNames((await shownWorkspace()).path),
  }));
  if (read.isRead) {
    const { value } = read;
    return <AccessView {...value} asOfUs={nowUs()} ownSessionId={sessionId} onChange={change} />;
  }
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
