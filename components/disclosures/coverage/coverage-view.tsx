"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { displayZone, formatInstant } from "@/lib/format/format";
import type { CoverageModel } from "@/lib/pages/disclosures/coverage/coverage-model";
import { rulesHref } from "@/lib/pages/disclosures/href";
import { DroppedNotice } from "../../layout/dropped-notice";
import { NoCasesYet } from "../../layout/nothing-ingested";
import { PageHeader } from "../../layout/page-header";
import { FilterBar } from "../../filters/filter-bar";
import { Card } from "../../ui/card";
import { TabLinks } from "../../ui/tab-links";
import { CoverageTable } from "./coverage-table";
import { DisclosuresCrumb } from "../disclosures-crumb";

type CoverageViewProps = { model: CoverageModel; dropped: readonly DroppedParam[] };

/** The Coverage page: contacts received, evaluated, and not evaluable with the reason, by channel and day. */
export function CoverageView({ model, dropped }: CoverageViewProps) {
  const { lede, filters, days, columns, channels, byDay, byDayTitle, channelChoices } = model;
  const { gaps, unplaced } = model;
  if (model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Coverage" crumbs={<DisclosuresCrumb />} />
        <NoCasesYet will="This page will say how many contacts came in on each channel and day, and on how many disclosure rules could be evaluated." />
      </>
    );
  }
  return (
    <>
      <PageHeader title={lede.lead} crumbs={<DisclosuresCrumb />}>
        <p className="max-w-[74ch] text-pretty text-text-muted">{lede.rest}</p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterBar filters={filters} />
        <TabLinks label="Days" choices={days} />
      </div>
      {gaps.length === 0 ? null : (
        <Card
          title="Unusually few contacts"
          subtitle="Against the same weekday of the four weeks before. A feed may have been down, so nothing is known of what was said there."
        >
          <LinkList links={gaps} />
        </Card>
      )}
      {unplaced.length === 0 ? null : (
        <Card
          title="Regions that are no place we know"
          subtitle="A rule that is not for all regions can’t be evaluated there"
        >
          <LinkList links={unplaced} />
          <p className="pt-1 text-secondary text-text-muted">
            Which place each is can be stated under <code>regions</code> in{" "}
            <Link className="text-link underline" href={rulesHref} prefetch={false}>
              Rules
            </Link>
            .
          </p>
        </Card>
      )}
      <Card title="By channel" isFlush>
        <CoverageTable
          label="Contacts by channel"
          first="Channel"
          columns={columns}
          rows={channels}
        />
      </Card>
      <Card title={byDayTitle} isFlush>
        <div className="px-4 pb-2">
          <TabLinks label="Channel" choices={channelChoices} />
        </div>
        <CoverageTable label="Contacts by day" first="Day" columns={columns} rows={byDay} />
      </Card>
      <p className="text-secondary text-text-faint">
        A contact counts on the day on which it began, if a customer took part in it. Evaluated:
        each rule that applied to it was decided. Not evaluable: some rule was not, counted under
        its first reason from the left. As of {formatInstant(model.asOfUs, "minute")}{" "}
        {displayZone()}.
      </p>
    </>
  );
}

function LinkList({ links }: { links: CoverageModel["gaps"] }) {
  return (
    <ul className="grid gap-1">
      {links.map(({ words, href }) => (
        <li key={words}>
          <Link
            className="inline-flex min-h-6 items-center text-link hover:underline"
            href={href}
            prefetch={false}
          >
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}
