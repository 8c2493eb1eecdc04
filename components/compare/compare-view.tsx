"use client";

import type { CompareModel } from "@/lib/pages/compare/compare-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { page } from "@/lib/pages/compare/words";
import { ComparedTable } from "./compared-table";
import { ComparedTexts } from "./compared-texts";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";

type CompareViewProps = {
  model: CompareModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
};

/** The Compare page: two prompts or releases on comparable cases. */
export function CompareView({ model, dropped, saved }: CompareViewProps) {
  return (
    <FindingPage
      title={page.title}
      will={page.willList}
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      cautions={model.cautions}
      foot={page.foot}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-stretch gap-4 wide:grid-cols-2 wide:[&>:last-child:nth-child(odd)]:col-span-2">
        {model.metrics.map(({ id, frame, rows, scale }) => (
          <ChartFrame key={id} frame={frame}>
            <DotIntervals rows={rows} scale={scale} />
          </ChartFrame>
        ))}
      </div>
      {model.texts === null ? null : <ComparedTexts texts={model.texts} />}
      {model.tables.map((each) => (
        <ComparedTable key={each.title} model={each} />
      ))}
      {model.releases === null ? null : (
        <ChartFrame frame={model.releases.frame}>
          <DotIntervals rows={model.releases.rows} scale={model.releases.scale} />
        </ChartFrame>
      )}
    </FindingPage>
  );
}
