import Link from "next/link";
import type { DriftChart, DriftModel } from "@/lib/pages/persona/persona-model";
import { channelsWithAlarm, drift as words } from "@/lib/pages/persona/words/drift";
import { Annotations } from "../annotations/annotations";
import type { PageAnnotations } from "../annotations/page-annotations";
import { ChannelLabel } from "../case/channel-label";
import { ControlChart } from "../charts/control-chart";
import { TableUnder } from "../charts/table-under";
import type { AcknowledgeAlarm } from "./acknowledge-alarm";
import { AlarmNote } from "./alarm-note";
import { StatusBadge } from "../ui/status-badge";

type DriftChartsProps = {
  drift: DriftModel;
  annotations: PageAnnotations;
  /** null: the viewer may not. */
  acknowledge: AcknowledgeAlarm | null;
};

/** Small charts side by side, one a channel, all on one scale. */
export function DriftCharts({ drift, annotations, acknowledge }: DriftChartsProps) {
  const { title, subtitle, foot, choices, charts } = drift;
  return (
    <section aria-labelledby="drift-title" className="rounded-card border border-border bg-panel">
      <header className="grid gap-2 px-4 pt-3 pb-2">
        <div>
          <h2 id="drift-title" className="font-semibold text-pretty">
            {title}
          </h2>
          <p className="max-w-[100ch] text-secondary text-pretty text-text-faint">{subtitle}</p>
        </div>
        <nav aria-label={words.choices} className="flex flex-wrap gap-1 print:hidden">
          {choices.map(({ words: name, href, isChosen, alarms }) => (
            <Link
              key={name}
              className={`inline-flex min-h-6 items-center gap-1 rounded-chip border px-1.5 text-secondary ${isChosen ? "border-border-strong bg-selected font-semibold" : "border-border text-text-muted hover:bg-hover"}`}
              aria-current={isChosen ? "true" : undefined}
              href={href}
              prefetch={false}
              scroll={false}
            >
              {name}
              {alarms === 0 ? null : (
                <StatusBadge
                  tone="fail"
                  label={String(alarms)}
                  variant="bare"
                  title={channelsWithAlarm(alarms)}
                />
              )}
            </Link>
          ))}
        </nav>
      </header>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px border-t border-border bg-border roomy:grid-cols-2 wide:grid-cols-3">
        {charts.map((chart) => (
          <SmallChart key={chart.channel} chart={chart} acknowledge={acknowledge} />
        ))}
      </ul>
      <footer className="grid gap-1 border-t border-border px-4 py-2 text-secondary text-pretty text-text-faint">
        <Annotations annotations={annotations} />
        <p>{foot}</p>
      </footer>
    </section>
  );
}

type SmallChartProps = Pick<DriftChartsProps, "acknowledge"> & { chart: DriftChart };

function SmallChart({ chart, acknowledge }: SmallChartProps) {
  const { channel, status, effect, plot, label, table, alarm } = chart;
  return (
    <li
      className={`channel-${channel} grid grid-cols-[minmax(0,1fr)] content-start gap-1.5 bg-panel px-4 pt-2.5 pb-2 break-inside-avoid`}
    >
      <h3 className="flex flex-wrap items-center justify-between gap-2">
        <ChannelLabel channel={channel} />
        <StatusBadge {...status} />
      </h3>
      <p className="text-secondary text-pretty text-text-muted tabular-nums">{effect}</p>
      {alarm === null ? null : <AlarmNote alarm={alarm} acknowledge={acknowledge} />}
      {plot === null ? null : (
        <>
          <ControlChart plot={plot} label={label} />
          <TableUnder table={table} name={label} />
        </>
      )}
    </li>
  );
}
