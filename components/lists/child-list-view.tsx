"use client";

import { Fragment } from "react";
import Link from "next/link";
import { decidingCell } from "@/lib/analytics/words/case-cells";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import { formatInstant } from "@/lib/format/format";
import type { ChildCell, ChildListModel } from "@/lib/pages/lists/child-list-model";
import { casesHref, everyCase } from "@/lib/analytics/filter/cases-query";
import { childListCsvHref, childListHref } from "@/lib/analytics/filter/child-list-query";
import { paginate } from "@/lib/format/address/paginate";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { AgentLabel } from "@/components/case/agent-label";
import { ChannelLabel } from "@/components/case/channel-label";
import { VerdictBadge } from "@/components/cases/case-cell";
import { RulesBehindNotice } from "@/components/disclosures/rules-behind-notice";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { PrintHeader } from "@/components/layout/print-header";
import { Pager } from "@/components/ui/pager";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { MaskedText } from "@/components/ui/masked-text";
import { caseId as caseIdHeading, page } from "@/lib/pages/lists/words/columns";
import { thingNames } from "@/lib/pages/lists/words/filters";

type ChildListViewProps = {
  model: ChildListModel;
  /** Of a list of disclosures. */
  behind: RulesBehind | null;
  dropped: readonly DroppedParam[];
};

/** A list of contacts, handoffs, promises, disclosures or personal values: exactly what a figure counts. */
export function ChildListView({ model, behind, dropped }: ChildListViewProps) {
  const { title, filters, asOfUs, query, total } = model;
  return (
    <>
      <PageHeader title={title}>
        <p className="text-text-muted">{page.asOf(formatInstant(asOfUs, "minute"))}</p>
      </PageHeader>
      <PrintHeader
        filters={filters.map(({ words }) => words)}
        period={model.period}
        dataAsOfUs={model.newestUs}
        evaluators={model.evaluators}
        generatedUs={asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      <RulesBehindNotice behind={behind} />
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {filters.map(({ words, without }) => (
          <Link
            key={words}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-control border border-border-strong px-2 hover:bg-hover"
            href={childListHref(without)}
          >
            {words} <span aria-hidden="true">✕</span>
            <span className="sr-only">{page.removeFilter}</span>
          </Link>
        ))}
        <a className={buttonClasses.default} href={childListCsvHref(query)} download>
          {page.csv}
        </a>
      </div>
      {total === 0 ? <NoItems query={query} /> : <ChildTable model={model} />}
    </>
  );
}

/** Leads from a list whose filters leave nothing to the whole one, and from an empty whole one to the cases. */
function NoItems({ query }: Pick<ChildListModel, "query">) {
  const { thing } = query;
  const things = thingNames[thing];
  const all = childListHref({ thing, cases: everyCase });
  const isAll = childListHref({ ...query, page: 1 }) === all;
  return (
    <EmptyState title={isAll ? page.noneAtAll(things) : page.noneMatch(things)}>
      <Link className="text-link hover:underline" href={isAll ? casesHref(everyCase) : all}>
        {isAll ? page.allCases : page.all(things)}
      </Link>
    </EmptyState>
  );
}

function ChildTable({ model }: { model: ChildListModel }) {
  const { query, columns, items, total, pageSize } = model;
  return (
    <div className="records rounded-card border border-border bg-panel">
      <div className="overflow-x-auto">
        <table>
          <caption className="sr-only">{page.caption(thingNames[query.thing])}</caption>
          <thead>
            <tr>
              <th className="align-bottom" scope="col">
                {caseIdHeading}
              </th>
              {columns.map((name, index) => (
                <th
                  key={name}
                  className="align-bottom whitespace-normal"
                  scope="col"
                  data-number={items[0]?.cells[index]?.isNumber === true ? "" : undefined}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, caseId, href, cells }) => (
              <tr key={id}>
                <td>
                  <Link
                    className="inline-block min-w-[9ch] font-mono text-secondary text-link [overflow-wrap:anywhere] hover:underline"
                    href={href}
                  >
                    <MaskedText text={caseId} />
                  </Link>
                </td>
                {columns.map((name, index) => (
                  <Cell key={name} name={name} cell={cells[index]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        label={page.pages}
        pagination={paginate({ page: query.page, pageSize, total }, (page) =>
          childListHref({ ...query, page }),
        )}
      />
    </div>
  );
}

/** Longer text takes both columns of a record, in characters. */
const halfMax = 24;
/** A longer number or instant breaks between its words. */
const numberMax = 20;

function Cell({ name, cell }: { name: string; cell: ChildCell | undefined }) {
  if (cell === undefined) return <td />;
  const { text, channels = [], agents = [], isNumber = false, score } = cell;
  const hasIcons = channels.length + agents.length > 0;
  if (score !== undefined) {
    return (
      <td data-label={name} data-wide="">
        <VerdictBadge cell={decidingCell(score)} />
      </td>
    );
  }
  return (
    <td
      className={isNumber ? "whitespace-normal" : undefined}
      data-label={name}
      data-number={isNumber ? "" : undefined}
      data-wide={text.length > halfMax ? "" : undefined}
    >
      {hasIcons ? (
        <span className="inline-flex items-center gap-1.5">
          {channels.map((channel) => (
            <ChannelLabel key={channel} channel={channel} />
          ))}
          {agents.map((kind) => (
            <AgentLabel key={kind} kind={kind} />
          ))}
        </span>
      ) : (
        <CellText text={text} isNumber={isNumber} />
      )}
    </td>
  );
}

/** An instant breaks between day and time, an id anywhere; a sentence keeps enough room to be read. */
function CellText({ text, isNumber }: { text: string; isNumber: boolean }) {
  if (isNumber && text.length > numberMax)
    return <span className="block min-w-[12ch]">{text}</span>;
  if (isNumber) {
    const parts = text.split(", ");
    return parts.map((part, at) => (
      <Fragment key={part}>
        {at > 0 ? " " : null}
        <span className="whitespace-nowrap">{at < parts.length - 1 ? `${part},` : part}</span>
      </Fragment>
    ));
  }
  const isLong = text.length > halfMax;
  const room = text.length > 2 * halfMax ? "min-w-[18ch]" : "min-w-[14ch]";
  const look = text.includes(" ") ? `${room} stacked:min-w-0` : "[overflow-wrap:anywhere]";
  return (
    <span className={isLong ? `block ${look}` : ""}>
      <MaskedText text={text} />
    </span>
  );
}
