import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SampleView } from "@/components/disclosures/samples/sample-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { sampleCodec, sampleHref, sampleKeyOf } from "@/lib/pages/disclosures/samples/url";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../../read-or-report";
import { shownWorkspace } from "../../../../shown-workspace";
import { reviewFindings } from "../../actions";
import { signOffSample } from "../actions";

type SamplePageProps = {
  params: Promise<{ sampleId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export const metadata: Metadata = { title: "Review sample" };

/** One sample: its findings, their review, and its sign-off. */
export default async function SamplePage({ params, searchParams }: SamplePageProps) {
  const viewer = await requireViewer("sign-off");
  const { actor, scope } = viewer;
  const { query, dropped } = sampleCodec.parse(await searchParams);
  const id = sampleKeyOf((await params).sampleId);
  if (id === null) notFound();
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("a sample", async () =>
    askReader("loadSample", { path, scope }, id, query, asOfUs, {
      viewer: actor,
      names: await loadActorNames(),
    }),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Review sample"
        title="The sample could not be read."
        detail="Nothing is lost: samples and decisions are stored as they are made."
        retryHref={sampleHref(id, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return (
    <SampleView
      model={read.value}
      dropped={dropped}
      onReview={reviewFindings}
      onSignOff={signOffSample}
      canPack={may(viewer, "evidence")}
    />
  );
}
