import type { OverviewModel } from "@/lib/pages/overview/overview-model";
import { reportHref } from "@/lib/analytics/filter/overview-query";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { Annotations } from "../annotations/annotations";
import type { PageAnnotations } from "../annotations/page-annotations";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { BarList } from "../charts/bar-list";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { buttonClasses } from "../ui/button-classes";
import { CostlyCases } from "./costly-cases";
import { OutcomeLadder } from "./outcome-ladder";
import { TimesTable } from "./times-table";
import { VerdictMatrix } from "./verdict-matrix";

type OverviewViewProps = {
  model: OverviewModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  annotations: PageAnnotations;
};

const pair = "grid items-stretch gap-4 wide:grid-cols-2 grid-cols-[minmax(0,1fr)]";

/** The Overview: whether cases are really resolved, whether that moved, and where the most is lost. */
export function OverviewView({ model, dropped, saved, annotations }: OverviewViewProps) {
  const { ladder, breakdowns, change, releases } = model;
  const { lastContact, ratings, adjusted, prompts, firstContact, containment, times, cost } = model;
  return (
    <FindingPage
      title="Overview"
      will="This page will say whether cases are really resolved, whether that moved and by how much, where the most is lost, and on which release."
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      controls={
        <a className={buttonClasses.default} href={reportHref(model.query)}>
          Report
        </a>
      }
      foot="Every number that is a link opens exactly those cases."
    >
      <Annotations annotations={annotations} />
      <OutcomeLadder ladder={ladder} />
      <div className={pair}>
        <VerdictMatrix matrix={lastContact} />
        <VerdictMatrix matrix={ratings} />
      </div>
      <div className={pair}>
        {breakdowns.map(({ frame, rows, scale }) => (
          <ChartFrame key={frame.subtitle} frame={frame}>
            <DotIntervals rows={rows} scale={scale} />
          </ChartFrame>
        ))}
      </div>
      <div className={prompts === null ? "grid gap-4" : pair}>
        <ChartFrame frame={adjusted.frame}>
          <DotIntervals rows={adjusted.rows} scale={adjusted.scale} />
        </ChartFrame>
        {prompts === null ? null : (
          <ChartFrame frame={prompts.frame}>
            <DotIntervals rows={prompts.rows} scale={prompts.scale} />
          </ChartFrame>
        )}
      </div>
      <div className={pair}>
        <ChartFrame frame={firstContact.frame}>
          <DotIntervals rows={firstContact.rows} scale={firstContact.scale} />
        </ChartFrame>
        <ChartFrame frame={containment.frame}>
          <BarList rows={containment.rows} />
        </ChartFrame>
      </div>
      <TimesTable times={times} />
      <div className={change === null || releases === null ? "grid gap-4" : pair}>
        {change === null ? null : (
          <ChartFrame frame={change.frame}>
            <BarList rows={change.rows} />
          </ChartFrame>
        )}
        {releases === null ? null : (
          <ChartFrame frame={releases.frame}>
            <DotIntervals rows={releases.rows} scale={releases.scale} />
          </ChartFrame>
        )}
      </div>
      <CostlyCases cost={cost} />
    </FindingPage>
  );
}
