"use client";

import Link from "next/link";
import { caseViewHref } from "@/lib/pages/case/url";
import { formatCount } from "@/lib/format/format";
import type { TracePageModel } from "@/lib/pages/trace/trace-page-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { InlineAlert } from "../ui/inline-alert";
import { ClaimsCard } from "../score/claims-card";
import { MaskedText } from "../ui/masked-text";
import { MoveTrace } from "./move-trace";
import { SpanPanel } from "./span-panel";
import { SpanTree } from "./span-tree";
import { LinkKeys } from "../ui/link-keys";
import type { TraceActions } from "./trace-actions";
import { TraceFacts } from "./trace-facts";

type TraceViewProps = {
  model: TracePageModel;
  dropped: readonly DroppedParam[];
  actions: TraceActions;
};

/** The Trace page: the span tree and one span's details. */
export function TraceView({ model, dropped, actions }: TraceViewProps) {
  const { panel, missingSpanId, readCount, spanCount, keys } = model;
  return (
    <>
      <PageHeader
        title={model.title}
        crumbs={<Crumbs model={model} />}
        actions={
          model.replays.length > 0 ? null : (
            <MoveTrace
              trace={{
                traceId: model.traceId,
                caseIds: model.caseIds,
                spanCount: model.spanCount,
              }}
              onMove={actions.onMove}
            />
          )
        }
      >
        <TraceFacts model={model} />
      </PageHeader>
      <LinkKeys
        hrefs={{
          nextSpan: keys.next,
          previousSpan: keys.previous,
          collapseSpan: keys.collapse,
          expandSpan: keys.expand,
        }}
        method="replace"
        scroll={false}
      />
      <DroppedNotice dropped={dropped} />
      {missingSpanId === null ? null : (
        <InlineAlert>
          The span <code className="font-mono">{missingSpanId}</code> is not among those shown: it
          has not arrived, or it belongs to another trace.
        </InlineAlert>
      )}
      {readCount === spanCount ? null : (
        <InlineAlert>
          The tree holds the earliest {formatCount(readCount)} of {formatCount(spanCount)} spans.
          What hangs on a later span is among those without a parent.
        </InlineAlert>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_430px]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <SpanTree model={model} />
          <ClaimsCard claims={model.claims} />
        </div>
        {panel === null ? null : <SpanPanel panel={panel} />}
      </div>
    </>
  );
}

const casesMax = 3;

type ReplayCrumbsProps = Pick<TracePageModel, "replays"> & { readonly look: string };

function ReplayCrumbs({ replays, look }: ReplayCrumbsProps) {
  return (
    <ol className="flex flex-wrap gap-x-1.5">
      <li>
        <Link className={look} href="/releases">
          Releases
        </Link>
      </li>
      {replays.map(({ label, href }) => (
        <li key={href} className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          <Link className={look} href={href}>
            <MaskedText text={label} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Crumbs({ model: { caseIds, replays, query, panel } }: { model: TracePageModel }) {
  const { list } = query;
  const look = "text-link hover:underline [overflow-wrap:anywhere]";
  if (replays.length > 0) return <ReplayCrumbs replays={replays} look={look} />;
  return (
    <ol className="flex flex-wrap gap-x-1.5">
      <li>
        <Link className={look} href={list === null || list === "" ? "/cases" : `/cases?${list}`}>
          {list === null || list === "" ? "Cases" : "Cases as filtered"}
        </Link>
      </li>
      {caseIds.slice(0, casesMax).map((caseId) => (
        <li key={caseId} className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          <Link className={look} href={caseViewHref(caseId, { list })}>
            <MaskedText text={caseId} />
          </Link>
        </li>
      ))}
      {caseIds.length > casesMax ? (
        <li>and {formatCount(caseIds.length - casesMax)} more</li>
      ) : null}
      {caseIds.length === 0 ? <li>› no case</li> : null}
      {panel?.inCaseHref == null ? null : (
        <li className="flex gap-x-1.5">
          <span aria-hidden="true">›</span>
          <Link className={look} href={panel.inCaseHref}>
            its words there
          </Link>
        </li>
      )}
    </ol>
  );
}
