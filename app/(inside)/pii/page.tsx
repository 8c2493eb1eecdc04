import type { Metadata } from "next";
import { PiiView } from "@/components/pii/pii-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { PageProps } from "@/lib/format/address/raw-params";
import { piiCodec, piiHref } from "@/lib/pages/pii/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "PII" };

/** The PII page. */
export default async function PiiPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = piiCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("personal data", async () => ({
    model: await askReader("loadPiiPage", { path, scope: viewer.scope }, query, asOfUs),
    saved: await pageViewsOf("/pii", viewer, raw, piiHref(query)),
  }));
  if (read.isRead) return <PiiView {...read.value} dropped={dropped} />;
  return (
    <ReadError
      page="PII"
      title="The personal data could not be counted."
      detail="Nothing is lost: they are counted from the cases whenever they are shown."
      retryHref={piiHref(query)}
      requestId={read.requestId}
    />
  );
}
