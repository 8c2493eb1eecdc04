import type { Metadata } from "next";
import { AuditView } from "@/components/audit/audit-view";
import { ReadError } from "@/components/layout/read-error";
import { loadAuditPage } from "@/lib/auth/audit-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { auditCodec, auditHref } from "@/lib/pages/audit/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Audit" };

/** The Audit page. */
export default async function AuditPage({ searchParams }: PageProps) {
  const { actor } = await requireViewer("read-audit");
  const { query, dropped } = auditCodec.parse(await searchParams);
  const read = await readOrReport("the audit", async () => {
    const { displayZone } = await shownWorkspace();
    return loadAuditPage(query, displayZone, actor);
  });
  if (read.isRead) return <AuditView {...read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Audit"
      title="The audit could not be read."
      detail="Nothing is lost. The other pages may still work."
      retryHref={auditHref(query)}
      requestId={read.requestId}
    />
  );
}
