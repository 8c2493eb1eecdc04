import { displayZone, formatInstant } from "@/lib/format/format";
import type { MetricsModel } from "@/lib/analytics/words/metrics-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { Card } from "../ui/card";
import { MetricItem } from "./metric-item";
import { MetricSearch } from "./metric-search";
import { MissingMetricList } from "./missing-metric-list";

type MetricsViewProps = { model: MetricsModel; dropped: readonly DroppedParam[] };

/** The Metrics page: what each figure counts, out of what, and which cases those are. */
export function MetricsView({ model, dropped }: MetricsViewProps) {
  const { title, text, sections, missing, asOfUs } = model;
  return (
    <>
      <PageHeader title={title}>
        <p className="max-w-prose text-text-muted">
          What computes a figure also filters the list it opens and writes what stands here. Figures
          are over all cases you see, by when they were opened, as of{" "}
          {formatInstant(asOfUs, "minute")} {displayZone()}. Duplicates count in the case they were
          merged into. A range is where the true value lies, 19 times in 20.
        </p>
      </PageHeader>
      <PrintHeader
        filters={text === "" ? [] : [`with the words ${text}`]}
        period="All cases"
        dataAsOfUs={asOfUs}
        evaluators={[]}
        generatedUs={asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      <MetricSearch text={text} />
      {sections.map((section) => (
        <Card key={section.title} title={section.title} isFlush>
          <ul>
            {section.entries.map((entry) => (
              <MetricItem key={entry.id} entry={entry} />
            ))}
          </ul>
        </Card>
      ))}
      {missing.length === 0 ? null : (
        <Card
          title="Not told yet"
          subtitle="What one might look for, and what it would take"
          isFlush
        >
          <MissingMetricList metrics={missing} />
        </Card>
      )}
    </>
  );
}
