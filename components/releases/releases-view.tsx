"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { cohortsPath } from "@/lib/pages/cohorts/url";
import type { ReleasesModel, RunLine } from "@/lib/pages/releases/releases-model";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Instant } from "../ui/instant";
import { StatusBadge } from "../ui/status-badge";
import { CommandLine } from "./command-line";

/** The list of runs: which release was replayed on which cohort, and what the gate said. */
export function ReleasesView(props: { model: ReleasesModel; dropped: readonly DroppedParam[] }) {
  const { title, lines, hasCohort, command } = props.model;
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <Link className={buttonClasses.default} href={cohortsPath}>
            Cohorts
          </Link>
        }
      >
        <p className="max-w-[74ch] text-pretty text-text-muted">
          A cohort of cases is replayed on a release before it ships, and the gate says whether it
          may. Replays never count in production figures.
        </p>
      </PageHeader>
      <DroppedNotice dropped={props.dropped} />
      {lines.length === 0 ? (
        <EmptyState title="No run yet">
          <p className="max-w-prose text-text-muted">
            {hasCohort
              ? "Replay a cohort on a release, bring its traces, and judge it:"
              : "Make a cohort of cases that a release should do well, replay it, and judge it:"}
          </p>
          <CommandLine command={command} />
        </EmptyState>
      ) : (
        <>
          <Card title="Runs" subtitle="The latest first." isFlush>
            <RunTable lines={lines} />
          </Card>
          <Card title="Judge a release">
            <CommandLine command={command} />
          </Card>
        </>
      )}
    </>
  );
}

function RunTable({ lines }: { lines: readonly RunLine[] }) {
  return (
    <div className="records border-t border-border" role="region" aria-label="Runs">
      <table>
        <thead>
          <tr>
            <th scope="col">Release</th>
            <th scope="col">Verdict</th>
            <th scope="col">Decided by</th>
            <th scope="col">Cohort</th>
            <th scope="col">Replayed</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.run}>
              <td>
                <span className="grid [overflow-wrap:anywhere]">
                  <Link className="text-link hover:underline" href={line.href} prefetch={false}>
                    {line.release}
                  </Link>
                  <span className="text-secondary text-text-muted">run {line.run}</span>
                </span>
              </td>
              <td data-lead="">
                {line.verdict === null ? (
                  <span className="text-text-faint">Not judged</span>
                ) : (
                  <StatusBadge tone={line.verdict.tone} label={line.verdict.words} />
                )}
              </td>
              <td data-wide="">
                <span className="grid">
                  <span>{line.decided}</span>
                  <span className="text-secondary text-text-muted">{line.attempt}</span>
                </span>
              </td>
              <td>
                <span className="[overflow-wrap:anywhere]">{line.cohort}</span>
              </td>
              <td>
                <span className="grid">
                  <span>{line.size}</span>
                  {line.atUs === null ? null : (
                    <span className="text-secondary text-text-muted">
                      <Instant atUs={line.atUs} style="day" />
                    </span>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
