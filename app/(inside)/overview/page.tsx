import type { Metadata } from "next";
import { Suspense } from "react";
import { FindingsPending, FindingsUnread, TopFindings } from "@/components/findings/top-findings";
import { ReadError } from "@/components/layout/read-error";
import { OverviewView } from "@/components/overview/overview-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import {
  overviewCodec,
  overviewHref,
  type OverviewQuery,
} from "@/lib/analytics/filter/overview-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { annotationsOf } from "../../annotations-of";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Overview" };

/** The Overview page. */
export default async function OverviewPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = overviewCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("overview", async () => {
    const model = await askReader("loadOverviewPage", { path, scope: viewer.scope }, query, asOfUs);
    const annotations = await annotationsOf(viewer, model.markers);
    return {
      model,
      annotations,
      saved: await pageViewsOf("/overview", viewer, raw, overviewHref(query)),
    };
  });
  if (read.isRead) {
    const { model, saved } = read.value;
    const seen = { path, scope: viewer.scope };
    return (
      <OverviewView
        {...read.value}
        dropped={dropped}
        findings={
          <Suspense key={overviewHref(query)} fallback={<FindingsPending />}>
            <Findings seen={seen} query={query} asOfUs={model.asOfUs} mayAlert={saved.mayAlert} />
          </Suspense>
        }
      />
    );
  }
  return (
    <ReadError
      page="Overview"
      title="The Overview could not be read."
      detail="Nothing is lost: its figures are computed from the cases whenever they are shown."
      retryHref={overviewHref(query)}
      requestId={read.requestId}
    />
  );
}

type FindingsProps = {
  seen: SeenWorkspace;
  query: OverviewQuery;
  asOfUs: number;
  mayAlert: boolean;
};

/** They take longer than the figures, which are shown meanwhile. */
async function Findings({ seen, query, asOfUs, mayAlert }: FindingsProps) {
  const read = await readOrReport("findings", () =>
    askReader("loadTopFindings", seen, query, asOfUs),
  );
  if (read.isRead) {
    await allowAgain();
    return <TopFindings findings={read.value} mayAlert={mayAlert} />;
  }
  return <FindingsUnread requestId={read.requestId} />;
}
