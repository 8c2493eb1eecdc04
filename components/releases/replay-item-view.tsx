"use client";

import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { ReplayItemModel } from "@/lib/pages/releases/item-model";
import { CohortItemContents } from "../cohort/cohort-item-contents";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { InlineAlert } from "../ui/inline-alert";
import { MaskedText } from "../ui/masked-text";
import { TabLinks } from "../ui/tab-links";
import { GateLink } from "./gate-link";
import { ReplayGiven } from "./replay-given";
import { ReplayScores } from "./replay-scores";
import { ReplaySides } from "./replay-sides";
import { ReplayTurns } from "./replay-turns";

type ReplayItemViewProps = {
  model: ReplayItemModel;
  dropped: readonly DroppedParam[];
  /** Whether the viewer may open runs and cohorts. */
  canGate: boolean;
};

/** Two replays of a cohort's item side by side: what came of each, where they part, every turn, every score. */
export function ReplayItemView({ model, dropped, canGate }: ReplayItemViewProps) {
  const { title, candidate, frozen, parting, earlierWords, given, repeats, runs, isCut } = model;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={
          <GateLink href={canGate ? candidate.runHref : null} words={`Run ${candidate.run}`} />
        }
      >
        <p className="max-w-[90ch] text-pretty [overflow-wrap:anywhere]">
          {parting.href === null ? (
            <MaskedText text={parting.words} />
          ) : (
            <a className="text-link hover:underline" href={parting.href}>
              <MaskedText text={parting.words} />
            </a>
          )}
        </p>
        {earlierWords === null ? null : (
          <p className="max-w-[90ch] text-pretty [overflow-wrap:anywhere]">
            <a className="text-link hover:underline" href={earlierWords.href}>
              <MaskedText text={earlierWords.words} />
            </a>
          </p>
        )}
        {repeats.length + runs.length === 0 ? null : (
          <div className="flex flex-wrap items-center gap-2">
            {repeats.length === 0 ? null : <TabLinks label="Repeat" choices={repeats} />}
            {runs.length === 0 ? null : (
              <>
                <span className="text-secondary text-text-muted">beside</span>
                <TabLinks label="Run to compare with" choices={runs} />
              </>
            )}
          </div>
        )}
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <ReplaySides model={model} canGate={canGate} />
      {frozen === null ? null : <Frozen frozen={frozen} canGate={canGate} />}
      {given === null ? null : <ReplayGiven given={given} />}
      <ReplayTurns model={model} />
      {isCut ? (
        <InlineAlert>
          The conversation is longer than is compared here; the rest is in its traces.
        </InlineAlert>
      ) : null}
      <ReplayScores model={model} />
    </>
  );
}

type FrozenProps = {
  frozen: NonNullable<ReplayItemModel["frozen"]>;
  canGate: boolean;
};

function Frozen({ frozen, canGate }: FrozenProps) {
  const { expected, cohort, href } = frozen;
  return (
    <Card
      title="What was replayed"
      subtitle="The case as the cohort froze it, the same for every release"
      isFlush
    >
      <div className="grid gap-1 px-4 pb-2">
        <p className="max-w-[90ch] text-pretty [overflow-wrap:anywhere]">
          <span className="text-text-muted">Expected: </span>
          {expected === "" ? "nothing was stated" : <MaskedText text={expected} />}
        </p>
        <p className="text-secondary">
          <GateLink href={canGate ? href : null} words={`Cohort ${cohort}`} />
        </p>
      </div>
      <details className="border-t border-border">
        <summary className="px-4 py-2 text-secondary text-text-muted hover:bg-hover">
          What the customer says, and what it was made of
        </summary>
        <CohortItemContents item={frozen} />
      </details>
    </Card>
  );
}
