"use client";

import type { JourneysModel } from "@/lib/pages/journeys/journeys-model";
import { findingPageWords } from "@/lib/pages/findings/words/page";
import { pageWords } from "@/lib/pages/journeys/words";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { PageAnnotations } from "../annotations/page-annotations";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { ContactFlow } from "./contact-flow";
import { DottedChart } from "./dotted-chart";
import { MoveMatrix } from "./move-matrix";
import { VariantTable } from "./variant-table";

type JourneysViewProps = {
  model: JourneysModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  annotations: PageAnnotations;
};

/** The Journeys page: paths through the channels and how they end. */
export function JourneysView({ model, dropped, saved, annotations }: JourneysViewProps) {
  return (
    <FindingPage
      title={pageWords.title}
      will={pageWords.will}
      model={model}
      cases={model.query.cases}
      dropped={dropped}
      saved={saved}
      foot={findingPageWords.linksFoot}
    >
      <MoveMatrix matrix={model.matrix} />
      <ContactFlow flow={model.flow} />
      <VariantTable variants={model.variants} />
      <ChartFrame frame={model.adjusted.frame} topic="contacts-by-first">
        <DotIntervals rows={model.adjusted.rows} scale={model.adjusted.scale} />
      </ChartFrame>
      <DottedChart dotted={model.dotted} annotations={annotations} />
    </FindingPage>
  );
}
