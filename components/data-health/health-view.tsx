"use client";

import type { KeySuggestion, UnreadWords } from "@/lib/domain/settings/settings-suggestions";
import type { DataHealthModel } from "@/lib/pages/data-health/data-health-model";
import { displayZone, formatCounted, formatInstant } from "@/lib/format/format";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { NothingIngested } from "@/components/layout/nothing-ingested";
import { PrintHeader } from "@/components/layout/print-header";
import { EvaluatorsCard } from "./evaluators-card";
import { FeedsCard } from "./feeds-card";
import { FindingsCard } from "./findings-card";
import { OversizedCard } from "./oversized-card";
import { QueueCard } from "./queue-card";
import { SourcesCard } from "./sources-card";
import { UnreadCard } from "./unread-card";
import { UnassignedCard } from "./unassigned-card";

type HealthViewProps = {
  model: DataHealthModel | null;
  /** What could be read as the case of the spans that have none. */
  caseKeys: readonly KeySuggestion[];
  /** Text that nothing reads and roles that nobody knows; null: none, or said above the page. */
  unread: UnreadWords | null;
  /** Names of the tokens that something waits of, by their public ids. */
  tokenNames: Readonly<Record<string, string>>;
  /** Whether the viewer may set which key is. */
  mayChange: boolean;
  dropped: readonly DroppedParam[];
};

/** The Data health page: whether the data behind the other pages is complete. */
export function HealthView({
  model,
  caseKeys,
  unread,
  tokenNames,
  mayChange,
  dropped,
}: HealthViewProps) {
  if (model === null || model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Data health" />
        <NothingIngested
          title="Nothing has arrived yet"
          will="This page will say whether the data is complete: contacts by channel and day and feeds that fell silent, spans that found no case and why, what waits to be derived, and what could not be scored."
        />
      </>
    );
  }
  const newestUs = model.feeds?.newestUs ?? null;
  return (
    <>
      <PageHeader title={model.title}>
        <p className="text-text-muted">
          {newestUs === null
            ? "No contact has arrived."
            : `The newest contact is of ${formatInstant(newestUs, "minute")} ${displayZone()}.`}{" "}
          As of {formatInstant(model.asOfUs, "minute")} {displayZone()}.
        </p>
      </PageHeader>
      <PrintHeader
        filters={[]}
        period={`${formatCounted(model.feeds?.days.length ?? 0, "day")} up to the newest contact`}
        dataAsOfUs={newestUs}
        evaluators={model.evaluators.map(
          ({ evaluator, version }) => `${evaluatorName(evaluator)} ${version}`,
        )}
        generatedUs={model.asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      {model.feeds === null ? null : <FeedsCard view={model.feeds} chosen={model.query.days} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-3">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <UnassignedCard
            groups={model.unassigned}
            spans={model.unassignedSpans}
            caseKeys={caseKeys}
            mayChange={mayChange}
          />
          {unread === null ? null : <UnreadCard unread={unread} mayChange={mayChange} />}
          <QueueCard tokenNames={tokenNames} queue={model.queue} lastProblem={model.lastProblem} />
        </div>
        <SourcesCard sources={model.sources} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <FindingsCard findings={model.findings} unplaced={model.unplaced} />
          {model.oversized.length === 0 ? null : (
            <OversizedCard oversized={model.oversized} oversizedTotal={model.oversizedTotal} />
          )}
        </div>
      </div>
      <EvaluatorsCard evaluators={model.evaluators} />
    </>
  );
}
