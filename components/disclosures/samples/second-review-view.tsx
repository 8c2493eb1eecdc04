"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { secondDecisions } from "@/lib/domain/quality/review-sample";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { SecondReviewModel } from "@/lib/pages/disclosures/samples/samples-model";
import { sampleHref } from "@/lib/pages/disclosures/samples/url";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { DisclosuresCrumb } from "../disclosures-crumb";
import { FindingPanel } from "../finding-panel";
import type { ReviewAction } from "../review-control";
import { SampledFindings } from "./sampled-findings";

type SecondReviewViewProps = {
  model: SecondReviewModel;
  dropped: readonly DroppedParam[];
  /** Sends a second review. */
  onReview: (input: unknown) => Promise<MutationOutcome>;
};

/** The findings of a sample for a second review, without what was decided first. */
export function SecondReviewView({ model, dropped, onReview }: SecondReviewViewProps) {
  const { id, title, lines, panel, position, isDetached, hindrance } = model;
  const review: ReviewAction = ({ findings: [target], decision, reason }) => {
    const { caseId, rule, version, status } = target ?? {};
    return onReview({ id, position, caseId, rule, version, status, decision, reason });
  };
  return (
    <>
      <PageHeader
        title={title}
        crumbs={
          <>
            <DisclosuresCrumb /> /{" "}
            <Link className="text-link hover:underline" href={sampleHref(id)}>
              Sample {id}
            </Link>
          </>
        }
      >
        <p className="max-w-[74ch] text-pretty text-text-muted">
          Judge each finding by its words. What somebody decided first is not shown here, and what
          you decide does not replace it: the two are compared.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_400px]">
        <Card title="Findings for a second review" isFlush>
          <SampledFindings lines={lines} />
        </Card>
        <div className="grid gap-2 max-wide:order-first">
          {isDetached ? <p className="text-text-muted">This finding is gone.</p> : null}
          {hindrance === "" ? null : <p className="text-text-muted">{hindrance}</p>}
          {isDetached ? null : (
            <FindingPanel
              panel={panel}
              onReview={hindrance === "" ? review : null}
              canPack={false}
              decisions={secondDecisions}
            />
          )}
        </div>
      </div>
    </>
  );
}
