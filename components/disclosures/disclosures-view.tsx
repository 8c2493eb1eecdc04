"use client";

import Link from "next/link";
import { queueHref } from "@/lib/pages/disclosures/queue/url";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import type { DisclosuresModel } from "@/lib/pages/disclosures/disclosures-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { Instant } from "../ui/instant";
import { TabLinks } from "../ui/tab-links";
import { FindingList } from "./finding-list";
import { FindingPanel } from "./finding-panel";
import type { ReviewAction } from "./review-control";
import { RuleMatrix } from "./rule-matrix";
import { RulesBehindNotice } from "./rules-behind-notice";

type DisclosuresViewProps = {
  model: DisclosuresModel;
  behind: RulesBehind | null;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  /** Null: the viewer may not decide. */
  onReview: ReviewAction | null;
  /** Whether the viewer may make evidence packs. */
  canPack: boolean;
};

/** The Disclosures page: rules by channel, findings, and the evidence of one. */
export function DisclosuresView({
  model,
  behind,
  dropped,
  saved,
  onReview,
  canPack,
}: DisclosuresViewProps) {
  const { query, presets, matrix, list, panel, releases, signing } = model;
  return (
    <FindingPage
      title="Disclosures"
      will="This page will say which required disclosures were given on each channel, and show the words or the place where they had to be."
      model={model}
      cases={query.cases}
      dropped={dropped}
      saved={saved}
      foot="Findings are what rules read in the words, until somebody reviews them."
    >
      <RulesBehindNotice behind={behind} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TabLinks label="Frequent questions" choices={presets} />
        {onReview === null ? null : (
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline print:hidden"
            href={queueHref()}
          >
            My review queue
          </Link>
        )}
        {signing === null ? null : <Signing {...signing} />}
      </div>
      <RuleMatrix matrix={matrix} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_400px]">
        <FindingList list={list} />
        <div className={query.finding === null ? "" : "max-wide:order-first"}>
          <FindingPanel panel={panel} onReview={onReview} canPack={canPack} />
        </div>
      </div>
      {releases === null ? null : (
        <ChartFrame frame={releases.frame}>
          <DotIntervals rows={releases.rows} scale={releases.scale} />
        </ChartFrame>
      )}
    </FindingPage>
  );
}

/** The way to the samples of what is shown, and whether it is signed off. */
function Signing({ href, signed }: NonNullable<DisclosuresModel["signing"]>) {
  return (
    <>
      <Link
        className="inline-flex min-h-6 items-center text-link hover:underline print:hidden"
        href={href}
      >
        {signed === null ? "Review samples and sign off this period" : "Review samples"}
      </Link>
      {signed === null ? null : (
        <span>
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={signed.href}
          >
            {signed.words}
          </Link>
          , <Instant atUs={signed.atUs} style="minute" />
        </span>
      )}
    </>
  );
}
