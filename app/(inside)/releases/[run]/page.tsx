import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { RunView } from "@/components/releases/run-view";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { idOfSegment } from "@/lib/format/id-segment";
import { runCodec, runViewHref } from "@/lib/pages/releases/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { removeVerdict, signOffVerdict } from "../actions";
import { shownWorkspace } from "../../../shown-workspace";

type RunPageProps = {
  params: Promise<{ run: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<RunPageProps, "params">): Promise<Metadata> {
  return { title: `Run ${idOfSegment((await params).run) ?? ""}`.trim() };
}

/** A run of a cohort on a release, with the gate's verdict. */
export default async function RunPage({ params, searchParams }: RunPageProps) {
  await requireViewer("gate");
  const { query, dropped } = runCodec.parse(await searchParams);
  const run = idOfSegment((await params).run);
  if (run === null) notFound();
  const { path, name } = await shownWorkspace();
  const read = await readOrReport("run", async () =>
    askReader("loadRun", { path, isDemo: name === "demo" }, run, query, await loadActorNames()),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Run"
        title="This run could not be read."
        detail="Nothing is lost: runs and verdicts are stored."
        retryHref={runViewHref(run, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return (
    <RunView
      model={read.value}
      dropped={dropped}
      onDelete={removeVerdict}
      onSignOff={signOffVerdict}
    />
  );
}
