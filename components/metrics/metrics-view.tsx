import { displayZone, formatInstant } from "@/lib/format/format";
import type { MetricsModel } from "@/lib/pages/metrics/metrics-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { FilterBar } from "../filters/filter-bar";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { Card } from "../ui/card";
import { MetricItem } from "./metric-item";
import { MetricSearch } from "./metric-search";
import { MissingMetricList } from "./missing-metric-list";

type MetricsViewProps = {
  model: MetricsModel;
  dropped: readonly DroppedParam[];
  /** Whether the viewer may have alerts. */
  mayAlert: boolean;
};

/** The Metrics page: what each figure counts, out of what, and which cases those are. */
export function MetricsView({ model, dropped, mayAlert }: MetricsViewProps) {
  const { title, query, sections, missing, asOfUs, period, filters, ends } = model;
  const { text } = query;
  return (
    <>
      <PageHeader title={title}>
        <p className="max-w-prose text-text-muted">
          Each metric has one definition: it computes the figure here and on every other page, and
          it filters the list behind it. Figures cover the cases below that you may see, as of{" "}
          {formatInstant(asOfUs, "minute")} {displayZone()}. Duplicates count in the case they were
          merged into. A range such as 57–68% holds the true figure 19 times in 20.
        </p>
        {ends === "" ? null : <p className="max-w-prose">{ends}</p>}
      </PageHeader>
      <PrintHeader
        filters={text === "" ? [] : [`with the words ${text}`]}
        period={period}
        dataAsOfUs={asOfUs}
        evaluators={[]}
        generatedUs={asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      <FilterBar filters={filters} />
      <MetricSearch query={query} />
      {sections.map((section) => (
        <Card key={section.title} title={section.title} isFlush>
          <ul>
            {section.entries.map((entry) => (
              <MetricItem key={entry.id} entry={entry} isOpen={text !== ""} mayAlert={mayAlert} />
            ))}
          </ul>
        </Card>
      ))}
      {missing.length === 0 ? null : (
        <Card
          title="Not measured yet"
          subtitle="What you might look for, and what it would take"
          isFlush
        >
          <MissingMetricList metrics={missing} />
        </Card>
      )}
    </>
  );
}
