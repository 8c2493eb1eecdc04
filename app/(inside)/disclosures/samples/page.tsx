import type { Metadata } from "next";
import { SamplesView } from "@/components/disclosures/samples/samples-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { samplesCodec, samplesHref } from "@/lib/pages/disclosures/samples/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { loadWithRulesBehind } from "@/lib/pipeline/settings/rules-behind";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";
import { drawSample } from "./actions";

export const metadata: Metadata = { title: "Review samples" };

/** The samples of findings. */
export default async function SamplesPage({ searchParams }: PageProps) {
  const { actor, scope } = await requireViewer("sign-off");
  const { query, dropped } = samplesCodec.parse(await searchParams);
  const { path, asOfUs } = await shownWorkspace();
  const seen = { path, scope };
  const load = async () => {
    const reader = { viewer: actor, names: await loadActorNames() };
    return { model: await askReader("loadSamples", seen, query, asOfUs, reader) };
  };
  const read = await readOrReport("samples", () => loadWithRulesBehind(seen, load));
  if (read.isRead) return <SamplesView {...read.value} dropped={dropped} onDraw={drawSample} />;
  return (
    <ReadError
      page="Review samples"
      title="The samples could not be read."
      detail="Nothing is lost: samples and decisions are stored as they are made."
      retryHref={samplesHref(query)}
      requestId={read.requestId}
    />
  );
}
