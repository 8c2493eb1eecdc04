import type { Metadata } from "next";
import { IngestView } from "@/components/ingest/ingest-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { acceptedFormats } from "@/lib/pipeline/intake/ingest-inputs";
import { uploadLimitBytes } from "@/lib/pipeline/intake/upload-limit";
import { listUploads } from "@/lib/pipeline/intake/uploads";
import { ingestCodec, ingestHref } from "@/lib/pages/ingest/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { removeBatch } from "./actions";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Ingest" };

/** The Ingest page. */
export default async function IngestPage({ searchParams }: PageProps) {
  await requireViewer("ingest");
  const { query, dropped } = ingestCodec.parse(await searchParams);
  const { name, path } = await shownWorkspace();
  const read = await readOrReport("ingest", () => askReader("loadIngestPage", path, query));
  if (read.isRead) {
    const sending = {
      formats: acceptedFormats(),
      maxBytes: uploadLimitBytes(process.env),
      uploads: listUploads(nowUs()),
      shown: name,
    };
    return (
      <IngestView model={read.value} dropped={dropped} sending={sending} onRemove={removeBatch} />
    );
  }
  return (
    <ReadError
      page="Ingest"
      title="The record of what came in could not be read."
      detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
      retryHref={ingestHref(query)}
      requestId={read.requestId}
    />
  );
}
