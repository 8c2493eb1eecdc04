import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SecondReviewView } from "@/components/disclosures/samples/second-review-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { sampleCodec, sampleKeyOf, secondReviewHref } from "@/lib/pages/disclosures/samples/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../../../read-or-report";
import { shownWorkspace } from "../../../../../shown-workspace";
import { reviewSecond } from "../../actions";

type SecondPageProps = {
  params: Promise<{ sampleId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export const metadata: Metadata = { title: "Second review" };

/** The findings of a sample that somebody else reviews without seeing the first decision. */
export default async function SecondPage({ params, searchParams }: SecondPageProps) {
  const { scope, actor } = await requireViewer("review");
  const { query, dropped } = sampleCodec.parse(await searchParams);
  const id = sampleKeyOf((await params).sampleId);
  if (id === null) notFound();
  const { path } = await shownWorkspace();
  const read = await readOrReport("a second review", async () =>
    askReader("loadSecond", { path, scope }, id, query, actor),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Second review"
        title="The sample could not be read."
        detail="Nothing is lost: reviews are stored as they are made."
        retryHref={secondReviewHref(id, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return <SecondReviewView model={read.value} dropped={dropped} onReview={reviewSecond} />;
}
