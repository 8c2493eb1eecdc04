import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { ReleasesView } from "@/components/releases/releases-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { noParams } from "@/lib/format/address/codec";
import type { PageProps } from "@/lib/format/address/raw-params";
import { releasesPath } from "@/lib/pages/releases/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Releases" };

/** The list of runs. */
export default async function ReleasesPage({ searchParams }: PageProps) {
  await requireViewer("gate");
  const { dropped } = noParams.parse(await searchParams);
  const { path, name } = await shownWorkspace();
  const read = await readOrReport("releases", () =>
    askReader("loadReleases", { path, isDemo: name === "demo" }),
  );
  if (read.isRead) return <ReleasesView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Releases"
      title="The runs could not be read."
      detail="Nothing is lost: runs and verdicts are stored."
      retryHref={releasesPath}
      requestId={read.requestId}
    />
  );
}
