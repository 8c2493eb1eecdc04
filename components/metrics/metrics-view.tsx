"use client";

import { formatInstant } from "@/lib/format/format";
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
import { page } from "@/lib/pages/metrics/words";

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
        <p className="max-w-prose text-text-muted">{page.intro(formatInstant(asOfUs, "minute"))}</p>
        {ends === "" ? null : <p className="max-w-prose">{ends}</p>}
      </PageHeader>
      <PrintHeader
        filters={text === "" ? [] : [page.printedSearch(text)]}
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
        <Card title={page.missing} subtitle={page.missingSubtitle} isFlush>
          <MissingMetricList metrics={missing} />
        </Card>
      )}
    </>
  );
}
