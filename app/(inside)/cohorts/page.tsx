import type { Metadata } from "next";
import { CohortsView } from "@/components/cohort/cohorts-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { noParams } from "@/lib/format/address/codec";
import type { PageProps } from "@/lib/format/address/raw-params";
import { cohortsPath } from "@/lib/pages/cohorts/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Cohorts" };

/** The list of cohorts. */
export default async function CohortsPage({ searchParams }: PageProps) {
  await requireViewer("gate");
  const { dropped } = noParams.parse(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("cohorts", async () =>
    askReader("loadCohorts", path, await loadActorNames()),
  );
  if (read.isRead) return <CohortsView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Cohorts"
      title="The cohorts could not be read."
      detail="Nothing is lost: a cohort is stored as it is made and never changed."
      retryHref={cohortsPath}
      requestId={read.requestId}
    />
  );
}
