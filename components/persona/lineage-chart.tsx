import Link from "next/link";
import type { LineageModel, TemplateModel } from "@/lib/pages/persona/persona-model";
import { ChannelLabel } from "../case/channel-label";
import { ChartFrame } from "../charts/chart-frame";

const columns = "grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-2";

/** Prompt versions per channel over time. */
export function LineageChart({ lineage: { frame, templates, xTicks } }: { lineage: LineageModel }) {
  return (
    <ChartFrame frame={frame}>
      {templates.map((template) => (
        <Template key={template.name} template={template} />
      ))}
      {templates.length === 0 ? null : (
        <div className={columns} aria-hidden="true">
          <div className="relative col-start-2 h-4 text-axis text-chart-axis">
            {xTicks.map(({ x, words }) => (
              <span
                key={x}
                className={`absolute whitespace-nowrap ${x > 80 ? "-translate-x-full" : x < 20 ? "" : "-translate-x-1/2"}`}
                style={{ left: `${String(x)}%` }}
              >
                {words}
              </span>
            ))}
          </div>
        </div>
      )}
    </ChartFrame>
  );
}

function Template({ template: { name, lanes, markers } }: { template: TemplateModel }) {
  return (
    <section className="grid gap-0.5">
      <h3 className="text-secondary font-semibold">{name}</h3>
      <div className="relative">
        {lanes.map(({ channel, rows, bars }) => (
          <div key={channel} className={`${columns} channel-${channel} items-center`}>
            <span className="text-secondary">
              <ChannelLabel channel={channel} />
            </span>
            <div className="relative" style={{ height: `${String(28 * rows)}px` }}>
              {bars.map(({ row, from, to, words, title, href }) => (
                <Link
                  key={title}
                  className="absolute flex h-6 min-w-6 items-center overflow-hidden rounded-chip border-l-4 border-(--channel) bg-neutral-wash px-1 text-axis whitespace-nowrap hover:underline"
                  style={{
                    top: `${String(28 * row + 2)}px`,
                    left: `${String(Math.min(from, 97))}%`,
                    width: `${String(to - from)}%`,
                  }}
                  aria-label={title}
                  title={title}
                  href={href}
                  prefetch={false}
                >
                  {words}
                </Link>
              ))}
            </div>
          </div>
        ))}
        {markers.length === 0 ? null : (
          <div className={`pointer-events-none absolute inset-0 ${columns}`} aria-hidden="true">
            <div className="relative col-start-2">
              {markers.map(({ x, words }) => (
                <span
                  key={words}
                  className="absolute inset-y-0 border-l-2 border-dotted border-text"
                  style={{ left: `${String(x)}%` }}
                />
              ))}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
