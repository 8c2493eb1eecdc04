"use client";

import type { ReactNode } from "react";
import type { EndsModel, OverviewModel } from "@/lib/pages/overview/overview-model";
import { findingPageWords } from "@/lib/pages/findings/words/page";
import { changeWords, pageWords } from "@/lib/pages/overview/words";
import { reportHref } from "@/lib/analytics/filter/overview-query";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { Annotations } from "../annotations/annotations";
import type { PageAnnotations } from "../annotations/page-annotations";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { BarList } from "../charts/bar-list";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { buttonClasses } from "../ui/button-classes";
import { ClosingEvidence } from "./closing-evidence";
import { CostlyCases } from "./costly-cases";
import { LookedFine } from "./looked-fine";
import { OutcomeLadder } from "./outcome-ladder";
import { WhatChanged } from "./what-changed";

type OverviewViewProps = {
  model: OverviewModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  annotations: PageAnnotations;
  findings: ReactNode;
};

/** The Overview: whether cases are really resolved, whether that moved, and where the most is lost. */
export function OverviewView(props: OverviewViewProps) {
  const { model, dropped, saved, annotations, findings } = props;
  const { ends, byChannel, containment, cost } = model;
  return (
    <FindingPage
      title={pageWords.title}
      will={pageWords.will}
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      controls={
        <a className={buttonClasses.default} href={reportHref(model.query)}>
          {pageWords.report}
        </a>
      }
      findings={findings}
      beside={
        <div className="flex flex-none flex-wrap gap-x-4 text-secondary print:hidden">
          {ends.kind === "known" && ends.change !== null ? (
            <WhatChanged change={ends.change} label={changeWords.open} />
          ) : null}
          <Annotations annotations={annotations} shownMax={0} />
        </div>
      }
      foot={findingPageWords.linksFoot}
    >
      <Ends ends={ends} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-stretch gap-4 wide:grid-cols-2">
        <ChartFrame frame={byChannel.frame}>
          <DotIntervals rows={byChannel.rows} scale={byChannel.scale} />
        </ChartFrame>
        <ChartFrame frame={containment.frame}>
          <BarList rows={containment.rows} />
        </ChartFrame>
      </div>
      <CostlyCases cost={cost} />
    </FindingPage>
  );
}

function Ends({ ends }: { ends: EndsModel }) {
  if (ends.kind === "unknown") return <ClosingEvidence evidence={ends.evidence} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-stretch gap-4 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <OutcomeLadder ladder={ends.ladder} />
      <LookedFine matrix={ends.lookedFine} />
    </div>
  );
}
