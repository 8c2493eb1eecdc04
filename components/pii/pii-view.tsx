"use client";

import Link from "next/link";
import type { PiiModel } from "@/lib/pages/pii/pii-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { BarList } from "../charts/bar-list";
import { ChartFrame } from "../charts/chart-frame";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { buttonClasses } from "../ui/button-classes";
import { PiiStrip } from "./pii-strip";
import { PiiTableCard } from "./pii-table-card";

type PiiViewProps = { model: PiiModel; dropped: readonly DroppedParam[]; saved: PageViews };

/** The PII page: what personal data arrived readable, where and since when. */
export function PiiView({ model, dropped, saved }: PiiViewProps) {
  const { query, strip, kinds, byChannel, releases, redacted, detector, unread, csvHref } = model;
  return (
    <FindingPage
      title="PII"
      will="This page will say which personal data arrived readable, where and since which release, and what the sender had redacted."
      model={model}
      cases={query.cases}
      dropped={dropped}
      saved={saved}
      controls={
        csvHref === null ? undefined : (
          <a className={buttonClasses.default} href={csvHref} download>
            CSV
          </a>
        )
      }
      foot="Read from what is stored: a value that we masked had arrived readable, a placeholder was the sender's. A value counts once for each kind of place in its case, at its first span."
    >
      <PiiStrip figures={strip} />
      {unread === null ? null : (
        <p className="text-pretty">
          <Link className="text-link hover:underline" href={unread.href} prefetch={false}>
            {unread.words}
          </Link>
        </p>
      )}
      {kinds === null ? null : <PiiTableCard panel={kinds} />}
      {releases === null ? null : (
        <ChartFrame frame={releases.frame}>
          <BarList rows={releases.rows} />
        </ChartFrame>
      )}
      {byChannel === null ? null : <PiiTableCard panel={byChannel} isFolded />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_400px]">
        {redacted === null ? null : <PiiTableCard panel={redacted} isFolded />}
        <PiiTableCard panel={detector} isFolded />
      </div>
    </FindingPage>
  );
}
