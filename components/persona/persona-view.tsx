"use client";

import type { PersonaModel } from "@/lib/pages/persona/persona-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { page } from "@/lib/pages/persona/words/page";
import type { PageAnnotations } from "../annotations/page-annotations";
import { FindingPage, type PageViews } from "../findings/finding-page";
import type { AcknowledgeAlarm } from "./acknowledge-alarm";
import { ContractCard } from "./contract-card";
import { DriftCharts } from "./drift-charts";
import { GapCard } from "./gap-card";
import { LevelTable } from "./level-table";
import { LineageChart } from "./lineage-chart";

type PersonaViewProps = {
  model: PersonaModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  annotations: PageAnnotations;
  /** null: the viewer may not. */
  acknowledge: AcknowledgeAlarm | null;
};

/** The Persona page: whether each channel's AI agents still speak as approved, and what moved them. */
export function PersonaView({ model, dropped, saved, annotations, acknowledge }: PersonaViewProps) {
  return (
    <FindingPage
      title={page.title}
      will={page.willList}
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      foot={page.foot}
    >
      <DriftCharts drift={model.drift} annotations={annotations} acknowledge={acknowledge} />
      <LevelTable levels={model.levels} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-stretch gap-4 wide:grid-cols-2">
        <LineageChart lineage={model.lineage} />
        {model.gaps === null ? null : <GapCard gaps={model.gaps} />}
      </div>
      <ContractCard contract={model.contract} />
    </FindingPage>
  );
}
