import type { DataHealthModel } from "@/lib/view/data-health-model";
import { displayZone, formatInstant } from "@/lib/view/format";
import { wordsOf } from "@/lib/view/wording";
import { NothingIngested } from "../cases/cases-empty";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { EvaluatorsCard } from "./evaluators-card";
import { FeedsCard } from "./feeds-card";
import { FindingsCard } from "./findings-card";
import { QueueCard } from "./queue-card";
import { SourcesCard } from "./sources-card";
import { UnassignedCard } from "./unassigned-card";

type HealthViewProps = { model: DataHealthModel | null; dropped: readonly string[] };

/** The Data health page: whether what the other pages count is all there is. */
export function HealthView({ model, dropped }: HealthViewProps) {
  if (model === null || model.isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Data health" />
        <NothingIngested />
      </>
    );
  }
  return (
    <>
      <PageHeader title={model.title}>
        <p className="text-text-muted">
          {model.newestUs === null
            ? "No contact has arrived."
            : `The ${String(model.days)} days up to the newest contact, ${formatInstant(model.newestUs, "minute")} ${displayZone}.`}{" "}
          As of {formatInstant(model.asOfUs, "minute")} {displayZone}.
        </p>
      </PageHeader>
      <PrintHeader
        filters={[]}
        period={`${String(model.days)} days up to the newest contact`}
        dataAsOfUs={model.newestUs}
        evaluators={model.evaluators.map(
          ({ evaluator, version }) => `${wordsOf(evaluator)} ${version}`,
        )}
        generatedUs={model.asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      <FeedsCard feeds={model.feeds} days={model.days} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-3">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <UnassignedCard groups={model.unassigned} spans={model.unassignedSpans} />
          <QueueCard queue={model.queue} lastProblem={model.lastProblem} />
        </div>
        <SourcesCard sources={model.sources} />
        <FindingsCard findings={model.findings} />
      </div>
      <EvaluatorsCard evaluators={model.evaluators} />
    </>
  );
}
