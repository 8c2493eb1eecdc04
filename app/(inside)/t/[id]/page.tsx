import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { idOfSegment } from "@/lib/format/id-segment";
import { lookupCodec, lookupHref, workspaceHref } from "@/lib/pages/lookup/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace, workspaceChosen } from "../../../shown-workspace";

export const metadata: Metadata = { title: "Open an id" };

type LookupPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<RawSearchParams>;
};

/** Opens the trace, span, case or contact with an id, so that other tools can link here. */
export default async function LookupPage({ params, searchParams }: LookupPageProps) {
  const { scope } = await requireViewer("view-text");
  const { workspace } = lookupCodec.parse(await searchParams).query;
  const id = idOfSegment((await params).id);
  if (id === null) notFound();
  const shown = await shownWorkspace();
  const { name, path } = workspace === null ? shown : await workspaceChosen(workspace);
  if (workspace !== null && workspace !== name) notFound();
  const read = await readOrReport("an id", () => askReader("loadLookup", { path, scope }, id));
  if (!read.isRead) {
    return (
      <ReadError
        page="Open an id"
        title="The id could not be looked up."
        detail="Nothing is lost: what was ingested stays where it is."
        retryHref={lookupHref(id, workspace)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  redirect(name === shown.name ? read.value : workspaceHref(name, read.value));
}
