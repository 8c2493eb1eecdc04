"use client";

import Link from "next/link";
import type { CohortLine, CohortsModel } from "@/lib/pages/cohorts/cohorts-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Instant } from "../ui/instant";

/** The list of cohorts. */
export function CohortsView(props: { model: CohortsModel; dropped: readonly DroppedParam[] }) {
  const { lines } = props.model;
  return (
    <>
      <PageHeader title="Cohorts">
        <p className="max-w-[74ch] text-pretty text-text-muted">
          Cases frozen to be replayed on each release, so that two releases are compared on the same
          ones.
        </p>
      </PageHeader>
      <DroppedNotice dropped={props.dropped} />
      {lines.length === 0 ? (
        <EmptyState title="No cohort yet">
          <p className="max-w-prose text-text-muted">
            Filter the{" "}
            <Link className="text-link underline" href="/cases">
              list of cases
            </Link>{" "}
            to those that a release should do well, and make a cohort of them there.
          </p>
        </EmptyState>
      ) : (
        <Card title="Cohorts" subtitle="By their latest version, the newest first." isFlush>
          <CohortTable lines={lines} />
        </Card>
      )}
    </>
  );
}

function CohortTable({ lines }: { lines: readonly CohortLine[] }) {
  return (
    <div className="records border-t border-border" role="region" aria-label="Cohorts">
      <table>
        <thead>
          <tr>
            <th scope="col">Cohort</th>
            <th scope="col">Cases</th>
            <th scope="col">Over two channels or more</th>
            <th scope="col">Made of</th>
            <th scope="col">Made by</th>
            <th scope="col" data-number="">
              Runs
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, href, version, size, crossChannel, origin, ...rest }) => (
            <tr key={name}>
              <td>
                <span className="grid [overflow-wrap:anywhere]">
                  <Link className="text-link hover:underline" href={href} prefetch={false}>
                    {name}
                  </Link>
                  <span className="text-secondary text-text-muted">version {version}</span>
                </span>
              </td>
              <td data-lead="">{size}</td>
              <td data-wide="" data-label="Over two channels or more">
                {crossChannel}
              </td>
              <td data-wide="">
                <span className="[overflow-wrap:anywhere]">{origin}</span>
              </td>
              <td>
                <span className="grid">
                  <span>{rest.madeBy}</span>
                  <span className="text-secondary text-text-muted">
                    <Instant atUs={rest.madeUs} style="day" />
                  </span>
                </span>
              </td>
              <td data-number="" data-end="" data-label="Runs">
                {rest.runs}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
