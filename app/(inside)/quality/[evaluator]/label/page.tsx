import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { LabelQueueView } from "@/components/quality/label-queue-view";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { idOfSegment } from "@/lib/format/id-segment";
import { labelQueueCodec, labelQueueHref } from "@/lib/pages/quality/url";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../../read-or-report";
import { shownWorkspace } from "../../../../shown-workspace";
import { giveLabel, withdrawLabel } from "../../../cases/[caseId]/label-actions";

export const metadata: Metadata = { title: "Label" };

type LabelQueuePageProps = {
  params: Promise<{ evaluator: string }>;
  searchParams: Promise<RawSearchParams>;
};

/** The label queue of an evaluator. */
export default async function LabelQueuePage({ params, searchParams }: LabelQueuePageProps) {
  const { actor, scope } = await requireViewer("label");
  const { query, dropped } = labelQueueCodec.parse(await searchParams);
  const name = idOfSegment((await params).evaluator);
  if (name === null) notFound();
  const { path } = await shownWorkspace();
  const read = await readOrReport("scores to label", async () =>
    askReader("loadLabelQueue", { path, scope }, name, query, {
      actor,
      names: await loadActorNames(),
    }),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Label"
        title="The scores to label could not be read."
        detail="Nothing is lost: labels and scores stay where they are."
        retryHref={labelQueueHref(name, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return (
    <LabelQueueView
      model={read.value}
      dropped={dropped}
      onLabelGive={giveLabel}
      onLabelWithdraw={withdrawLabel}
    />
  );
}
