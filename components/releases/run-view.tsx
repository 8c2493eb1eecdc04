"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { RunModel } from "@/lib/pages/releases/releases-model";
import { releasesPath } from "@/lib/pages/releases/url";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { EmptyState } from "../ui/empty-state";
import { Instant } from "../ui/instant";
import { StatusBadge } from "../ui/status-badge";
import { CommandLine } from "./command-line";
import { DeleteVerdict, type OnDeleteVerdict } from "./delete-verdict";
import { JudgedHead, PairedTable, RuleTable } from "./judged-cards";
import { RunCases } from "./run-cases";
import { SignOffVerdict, type OnSignOff } from "./sign-off-verdict";

type RunViewProps = {
  model: RunModel;
  dropped: readonly DroppedParam[];
  onDelete: OnDeleteVerdict;
  onSignOff: OnSignOff;
};

/** A run: the gate's verdict with each rule, where the two releases differ, and the failing cases. */
export function RunView({ model, dropped, ...actions }: RunViewProps) {
  const { title, facts, atUs, judged, command } = model;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={
          <Link className="text-link hover:underline" href={releasesPath}>
            Releases
          </Link>
        }
      >
        <p className="flex flex-wrap gap-x-3 text-text-muted [overflow-wrap:anywhere]">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {atUs === null ? null : <Instant atUs={atUs} style="minute" />}
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      {judged === null ? (
        <EmptyState title={model.noVerdict}>
          <p className="max-w-prose text-text-muted">
            The gate judges it by a command, with or without the release before it:
          </p>
          <CommandLine command={command} />
        </EmptyState>
      ) : (
        <JudgedRun model={model} judged={judged} />
      )}
      {model.attempts.length === 0 ? null : <AttemptsCard model={model} {...actions} />}
    </>
  );
}

function JudgedRun({
  model,
  judged,
}: {
  model: RunModel;
  judged: NonNullable<RunModel["judged"]>;
}) {
  const { differences, common, strata } = judged;
  return (
    <>
      <JudgedHead judged={judged} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <RuleTable rules={judged.rules} />
        {judged.table === null ? null : <PairedTable table={judged.table} />}
      </div>
      <RunCases model={model} />
      {common === null ? null : <CommonCard common={common} />}
      {differences === null ? null : (
        <ChartFrame frame={differences.frame}>
          <DotIntervals rows={differences.rows} scale={differences.scale} />
        </ChartFrame>
      )}
      {strata.length === 0 ? null : (
        <Card title="By case type" isFlush>
          <details className="border-t border-border">
            <summary className="px-4 py-2 hover:bg-hover">
              {strata.length === 1 ? "One case type" : `${String(strata.length)} case types`}
            </summary>
            <ul className="grid gap-x-6 gap-y-1 px-4 pb-3 roomy:grid-cols-2">
              {strata.map(({ stratum, words }) => (
                <li key={stratum} className="flex justify-between gap-3">
                  <span className="min-w-0 [overflow-wrap:anywhere]">{stratum}</span>
                  <span className="text-text-muted tabular-nums">{words}</span>
                </li>
              ))}
            </ul>
          </details>
        </Card>
      )}
      <Card
        title="Run it again"
        subtitle="Exit code 1 means blocked, 2 invalid. Another attempt is counted, and needs more to be proven."
      >
        <CommandLine command={model.command} />
        {model.ids === "" ? null : (
          <p className="flex flex-wrap gap-2">
            <CopyButton label={model.copyWords} text={model.ids} />
          </p>
        )}
      </Card>
    </>
  );
}

function CommonCard({
  common,
}: {
  common: NonNullable<NonNullable<RunModel["judged"]>["common"]>;
}) {
  return (
    <Card
      title={common.title}
      subtitle="How much more frequent it is among the failing cases than among the others, in points with 95% intervals. Corrected for how many were looked at."
      isFlush
    >
      {common.lines.length === 0 ? null : (
        <ul>
          {common.lines.map(({ words, basis, difference, isClear }) => (
            <li
              key={words}
              className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 border-t border-border px-4 py-1.5"
            >
              <span
                className={`min-w-0 [overflow-wrap:anywhere] ${isClear ? "font-semibold" : ""}`}
              >
                {words}
              </span>
              <span className="text-secondary text-text-muted tabular-nums">
                {basis} · {difference}
                {isClear ? "" : " · may be chance"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type AttemptsCardProps = { model: RunModel; onDelete: OnDeleteVerdict; onSignOff: OnSignOff };

function AttemptsCard({ model: { attempts }, onDelete, onSignOff }: AttemptsCardProps) {
  return (
    <Card
      title="Attempts of this release on this cohort"
      subtitle="Judging the same outcomes again is no new attempt. A deleted one still counts."
      isFlush
    >
      <ul>
        {attempts.map(({ id, run, href, atUs, verdict, words, isShown, isDeleted, ...attempt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-border px-4 py-1.5"
          >
            <StatusBadge tone={verdict.tone} label={verdict.words} />
            <span className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere]">{words}</span>
            {isShown ? (
              <span className="text-text-muted">this run</span>
            ) : (
              <Link className="text-link hover:underline" href={href} prefetch={false}>
                {run}
              </Link>
            )}
            <Instant atUs={atUs} style="minute" />
            {attempt.asksForSignOff ? <SignOffVerdict id={id} onSignOff={onSignOff} /> : null}
            {isDeleted ? null : <DeleteVerdict id={id} onDelete={onDelete} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
