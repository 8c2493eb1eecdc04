import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { EvaluatorView } from "@/components/quality/evaluator-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { evaluatorEntry } from "@/lib/domain/quality/evaluator-catalogue";
import { may } from "@/lib/domain/people/permission";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { idOfSegment } from "@/lib/format/id-segment";
import { qualityHref } from "@/lib/pages/quality/url";
import { noParams } from "@/lib/format/address/codec";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

type EvaluatorPageProps = {
  params: Promise<{ evaluator: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<EvaluatorPageProps, "params">): Promise<Metadata> {
  const name = idOfSegment((await params).evaluator) ?? "";
  return { title: evaluatorEntry(name) === null ? "No such page" : evaluatorName(name) };
}

/** The page of one evaluator. */
export default async function EvaluatorPage({ params, searchParams }: EvaluatorPageProps) {
  const viewer = await requireViewer("view-text");
  const { scope } = viewer;
  const { dropped } = noParams.parse(await searchParams);
  const name = idOfSegment((await params).evaluator);
  if (name === null) notFound();
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("evaluator", () =>
    askReader("loadEvaluatorPage", { path, scope }, name, may(viewer, "label"), asOfUs),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page={evaluatorName(name)}
        title="What this evaluator said could not be read."
        detail="Nothing is lost: scores stay where they are. The list of cases may still work."
        retryHref={qualityHref(name)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return <EvaluatorView model={read.value} dropped={dropped} />;
}
