"use client";

import Link from "next/link";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { QueueModel } from "@/lib/pages/disclosures/queue/queue-model";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { NoCasesYet } from "@/components/layout/nothing-ingested";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/instant";
import { MaskedText } from "@/components/ui/masked-text";
import { Pager } from "@/components/ui/pager";
import { TabLinks } from "@/components/ui/tab-links";
import { FindingPanel } from "../finding-panel";
import { FindingTable } from "../finding-table";
import type { ReviewAction } from "../review-control";
import { RulesBehindNotice } from "../rules-behind-notice";
import { DisclosuresCrumb } from "../disclosures-crumb";

type QueueViewProps = {
  model: QueueModel;
  behind: RulesBehind | null;
  dropped: readonly DroppedParam[];
  onReview: ReviewAction;
  /** Whether the viewer may take evidence packs away. */
  canPack: boolean;
};

/** The findings that wait for a reviewer, the first due first, with the evidence of one. */
export function QueueView({ model, behind, dropped, onReview, canPack }: QueueViewProps) {
  const { query, isWorkspaceEmpty, title, seconds, filters, lines, pagination, panel } = model;
  const { detached, foot } = model;
  if (isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="My review queue" />
        <NoCasesYet will="This page will list the findings of disclosure rules that wait for your review, the first due first." />
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} crumbs={<DisclosuresCrumb />} />
      <DroppedNotice dropped={dropped} />
      <RulesBehindNotice behind={behind} />
      {seconds.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4" aria-label="Second reviews">
          {seconds.map(({ href, words }) => (
            <li key={href}>
              <Link className="inline-flex min-h-6 items-center text-link underline" href={href}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {filters.map(({ label, choices }) => (
          <TabLinks key={label} label={label} choices={choices} />
        ))}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_400px]">
        <Card
          title="My queue"
          subtitle="The first due first. Opening one counts as no review."
          isFlush
        >
          <FindingTable label="My queue" lines={lines} />
          {pagination.total === 0 ? null : (
            <Pager label="Pages of findings" pagination={pagination} />
          )}
        </Card>
        <div className={query.finding === null ? "" : "max-wide:order-first"}>
          <FindingPanel panel={panel} onReview={onReview} canPack={canPack} />
        </div>
      </div>
      {detached === null ? null : <DetachedCard detached={detached} />}
      <p className="text-secondary text-text-faint">{foot}</p>
    </>
  );
}

function DetachedCard({ detached }: { detached: NonNullable<QueueModel["detached"]> }) {
  return (
    <Card
      title={detached.title}
      subtitle="Their finding is gone: the rule is off or no longer requires it there, or the contact was removed. They are kept."
      isFlush
    >
      <div className="records border-t border-border" role="region" aria-label={detached.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">What was found</th>
              <th scope="col">Decision</th>
            </tr>
          </thead>
          <tbody>
            {detached.lines.map(({ id, caseId, finding, decision, atUs }) => (
              <tr key={id}>
                <td className="font-mono text-secondary [overflow-wrap:anywhere]">
                  <MaskedText text={caseId} />
                </td>
                <td>{finding}</td>
                <td data-wide="">
                  {decision}, <Instant atUs={atUs} style="minute" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
