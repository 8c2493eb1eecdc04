"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { SlaModel } from "@/lib/pages/sla/sla-model";
import { noTargets, page } from "@/lib/pages/sla/words/page";
import { terms } from "@/lib/pages/sla/words/terms";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { BarList } from "../charts/bar-list";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";
import { StackedBar } from "../charts/stacked-bar";
import { PlainTableCard } from "../handoffs/plain-table-card";
import { Card } from "../ui/card";
import { UrgentCases } from "./urgent-cases";

type SlaViewProps = {
  model: SlaModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
  /** Whether the viewer may set targets. */
  canSet: boolean;
};

const pair = "grid items-stretch gap-4 wide:grid-cols-2 grid-cols-[minmax(0,1fr)]";

/** The SLA page: overdue and at-risk cases, attainment, clock rules. */
export function SlaView({ model, dropped, saved, canSet }: SlaViewProps) {
  const { clocks, breakdowns, times, teams, reasons, noTarget } = model;
  return (
    <FindingPage
      title={page.title}
      will={page.willList}
      model={model}
      cases={model.query}
      dropped={dropped}
      saved={saved}
      foot={page.foot}
    >
      {clocks === null ? null : (
        <>
          <UrgentCases urgent={model.urgent} />
          <ChartFrame frame={clocks.frame}>
            <StackedBar segments={clocks.segments} label={clocks.frame.label} />
          </ChartFrame>
        </>
      )}
      {noTarget === null ? null : (
        <p className="max-w-prose rounded-card border border-border bg-panel px-4 py-3">
          {noTarget}{" "}
          {canSet ? (
            <Link className="text-link hover:underline" href="/settings" prefetch={false}>
              {noTargets.link}
            </Link>
          ) : (
            noTargets.whoMay
          )}
        </p>
      )}
      <div className={pair}>
        {breakdowns
          .filter(({ rows }) => rows.length > 0)
          .map(({ topic, frame, rows, scale }) => (
            <ChartFrame key={topic} frame={frame} topic={topic}>
              <DotIntervals rows={rows} scale={scale} />
            </ChartFrame>
          ))}
      </div>
      {times === null ? null : <PlainTableCard table={times} />}
      {teams === null ? null : <PlainTableCard table={teams} />}
      {reasons === null ? null : (
        <ChartFrame frame={reasons.frame}>
          <BarList rows={reasons.rows} />
        </ChartFrame>
      )}
      <Card title={terms.title}>
        <ul className="grid max-w-[90ch] list-disc gap-1 pl-4 text-secondary text-text-muted">
          {model.terms.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
      </Card>
    </FindingPage>
  );
}
