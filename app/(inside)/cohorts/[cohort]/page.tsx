import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CohortView } from "@/components/cohort/cohort-view";
import { CohortsCrumb } from "@/components/cohort/cohorts-crumb";
import { ReadError } from "@/components/layout/read-error";
import { buttonClasses } from "@/components/ui/button-classes";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { idOfSegment } from "@/lib/format/id-segment";
import { cohortCodec, cohortFileHref, cohortHref } from "@/lib/pages/cohorts/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

type CohortPageProps = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<CohortPageProps, "params">): Promise<Metadata> {
  return { title: `Cohort ${idOfSegment((await params).cohort) ?? ""}`.trim() };
}

/** One cohort. */
export default async function CohortPage({ params, searchParams }: CohortPageProps) {
  const viewer = await requireViewer("gate");
  const { query, dropped } = cohortCodec.parse(await searchParams);
  const name = idOfSegment((await params).cohort);
  if (name === null) notFound();
  const seen = await shownWorkspace();
  const read = await readOrReport("cohort", () =>
    askReader("loadCohort", seen, name, query, seen.asOfUs),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Cohort"
        title="This cohort could not be read."
        detail="Nothing is lost: a cohort is stored as it is made and never changed."
        retryHref={cohortHref(name, query)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  const exported = (
    <a
      className={buttonClasses.default}
      href={cohortFileHref(read.value.name, query.version)}
      download
      title="The cases as a file, JSON Lines, which throughline gate and your own replay read"
    >
      JSONL
    </a>
  );
  return (
    <CohortView
      model={read.value}
      dropped={dropped}
      crumbs={<CohortsCrumb />}
      actions={may(viewer, "export") ? exported : null}
    />
  );
}
