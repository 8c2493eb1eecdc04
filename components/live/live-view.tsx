"use client";

import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { DroppedNotice } from "../layout/dropped-notice";
import { NoCasesYet } from "../layout/nothing-ingested";
import { PageHeader } from "../layout/page-header";
import { OverviewFilters } from "../overview/overview-filters";
import { TabLinks } from "../ui/tab-links";
import type { LiveActions } from "./live-actions";
import { LiveList } from "./live-list";
import { useLiveModel } from "./use-live-model";

type LiveViewProps = {
  model: LiveModel;
  dropped: readonly DroppedParam[];
  /** Null: the viewer may not act. */
  actions: LiveActions | null;
};

/** The Live page: the open cases that need a person now, the most pressing first. */
export function LiveView({ model: read, dropped, actions }: LiveViewProps) {
  const model = useLiveModel(read);
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Live" />
        <NoCasesYet will="This page will list the open cases that need a person now: whose SLA runs out, what was promised for today, and whose customers wait." />
      </>
    );
  }
  return (
    <>
      <header className="grid gap-1">
        <h1 className="max-w-[80ch] text-lede text-pretty">
          <b>{model.lead}</b> <span className="text-text-muted">{model.rest}</span>
        </h1>
      </header>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <TabLinks label="Lists" choices={model.tabs} />
        <OverviewFilters filters={model.filters} />
      </div>
      <DroppedNotice dropped={dropped} />
      <LiveList model={model} actions={actions} />
      <p className="text-secondary text-text-faint">
        What can still be made in time comes first, then what was just missed; what was missed more
        than three days ago comes last. {model.caveat} As of {model.asOfWords}.
      </p>
    </>
  );
}
