import type { Metadata } from "next";
import { AccessView } from "@/components/access/access-view";
import { ReadError } from "@/components/layout/read-error";
import { loadAccessPage } from "@/lib/auth/access-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { nowUs } from "@/lib/clock/server";
import { shownWorkspace } from "../../shown-workspace";
import { readOrReport } from "../../read-or-report";
import { change } from "./actions";

export const metadata: Metadata = { title: "Access" };

/** The Access page. */
export default async function AccessPage() {
  const { sessionId } = await requireViewer("manage-users");
  const read = await readOrReport("access", async () => ({
    ...(await loadAccessPage()),
    known: await askReader("loadScopeNames", (await shownWorkspace()).path),
  }));
  if (read.isRead) {
    const { value } = read;
    return <AccessView {...value} asOfUs={nowUs()} ownSessionId={sessionId} onChange={change} />;
  }
  return (
    <ReadError
      page="Access"
      title="The accounts could not be read."
      detail="Nothing is changed. The other pages may still work."
      retryHref="/access"
      requestId={read.requestId}
    />
  );
}
