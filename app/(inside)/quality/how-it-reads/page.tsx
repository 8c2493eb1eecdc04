import type { Metadata } from "next";
import { HowItReadsView } from "@/components/how-it-reads/how-it-reads-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { noParams } from "@/lib/format/address/codec";
import type { PageProps } from "@/lib/format/address/raw-params";
import { howItReadsHref } from "@/lib/pages/how-it-reads/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { trySentence } from "./actions";

export const metadata: Metadata = { title: "How it reads" };

/** The page that shows how well what people mean is read. */
export default async function HowItReadsPage({ searchParams }: PageProps) {
  await requireViewer("view-cases");
  const { dropped } = noParams.parse(await searchParams);
  const read = await readOrReport("how it reads", () => askReader("loadHowItReads"));
  if (read.isRead) {
    return <HowItReadsView model={read.value} dropped={dropped} onTry={trySentence} />;
  }
  return (
    <ReadError
      page="How it reads"
      title="What was measured could not be read."
      detail="Nothing is lost: cases stay as they are."
      retryHref={howItReadsHref}
      requestId={read.requestId}
    />
  );
}
