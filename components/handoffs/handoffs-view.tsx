"use client";

import type { HandoffsModel } from "@/lib/pages/handoffs/handoffs-model";
import { pageWords } from "@/lib/pages/handoffs/words";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { FindingTopic } from "@/lib/analytics/findings/finding";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { BarList } from "../charts/bar-list";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { StackedBar } from "../charts/stacked-bar";
import { PairsTable } from "./pairs-table";
import { PlainTableCard } from "./plain-table-card";
import { PromiseList } from "./promise-list";
import { QuotesPanel } from "./quotes-panel";

type HandoffsViewProps = {
  model: HandoffsModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
};

const pair = "grid grid-cols-[minmax(0,1fr)] items-stretch gap-4 wide:grid-cols-2";

/** The Handoffs page: context kept, repeated questions, promises. */
export function HandoffsView({ model, dropped, saved }: HandoffsViewProps) {
  const { promises, lostKinds } = model;
  return (
    <FindingPage
      title={pageWords.title}
      will={pageWords.will}
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      foot={pageWords.foot}
    >
      <PromiseList list={promises.list} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_300px]">
        <PairsTable pairs={model.pairs} />
        <QuotesPanel quotes={model.quotes} />
      </div>
      <div className={pair}>
        {[promises.states, promises.receptions].map(({ frame, segments }) => (
          <ChartFrame key={frame.subtitle} frame={frame}>
            <StackedBar segments={segments} label={frame.label} />
          </ChartFrame>
        ))}
        <ChartFrame frame={lostKinds.frame}>
          <BarList rows={lostKinds.rows} />
        </ChartFrame>
        <KeptBy topic="context-by-direction" model={model.directions} />
        <KeptBy topic="context-by-team" model={model.teams} />
        <KeptBy topic="context-by-kind" model={model.kinds} />
        <KeptBy topic="context-by-release" model={model.releases} />
        <PlainTableCard table={model.packets} />
        <PlainTableCard table={model.notes} />
      </div>
    </FindingPage>
  );
}

type KeptByProps = { topic: FindingTopic; model: DotModel };

function KeptBy({ topic, model: { frame, rows, scale } }: KeptByProps) {
  return (
    <ChartFrame frame={frame} topic={topic}>
      <DotIntervals rows={rows} scale={scale} />
    </ChartFrame>
  );
}
