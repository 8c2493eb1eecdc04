"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { liveHref } from "@/lib/pages/live/url";
import { asOf, page } from "@/lib/pages/live/words/view";
import { DroppedNotice } from "../layout/dropped-notice";
import { NoCasesYet } from "../layout/nothing-ingested";
import { PageHeader } from "../layout/page-header";
import { FilterBar } from "../filters/filter-bar";
import { InlineAlert } from "../ui/inline-alert";
import { TabLinks } from "../ui/tab-links";
import { FindForm } from "./find-form";
import type { LiveActions } from "./live-actions";
import { LiveList } from "./live-list";
import { ShiftLog } from "./shift-log";
import { useLiveModel } from "./use-live-model";

type LiveViewProps = {
  model: LiveModel;
  dropped: readonly DroppedParam[];
  /** Null: the viewer may not act. */
  actions: LiveActions | null;
};

/** The Live page: the open cases that need a person now, the most pressing first. */
export function LiveView({ model: read, dropped, actions }: LiveViewProps) {
  const { model, isAway } = useLiveModel(read);
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title={page.title} />
        <NoCasesYet will={page.willList} />
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
        <TabLinks label={page.lists} choices={model.tabs} />
        <div className="flex flex-wrap items-center gap-2">
          <FilterBar filters={model.filters} />
          <FindForm query={model.query} />
        </div>
      </div>
      <DroppedNotice dropped={dropped} />
      {isAway ? (
        <div role="alert">
          <InlineAlert>{page.away}</InlineAlert>
        </div>
      ) : null}
      {model.found === "" ? null : (
        <p className="text-text-muted">
          {model.found}{" "}
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={liveHref({ ...model.query, find: "", page: 1 })}
            prefetch={false}
          >
            {page.showAll}
          </Link>
        </p>
      )}
      {model.query.list === "log" ? (
        <ShiftLog entries={model.log} empty={model.empty} />
      ) : (
        <LiveList key={liveHref(model.query)} model={model} actions={actions} />
      )}
      <p className="text-secondary text-text-faint">
        {model.caveat} {asOf(model.asOfWords)}
      </p>
    </>
  );
}
