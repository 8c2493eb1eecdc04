import Link from "next/link";
import type { GapModel } from "@/lib/pages/persona/persona-model";
import { gaps as words } from "@/lib/pages/persona/words/tables";
import { ChannelLabel } from "../case/channel-label";
import { ChartFrame } from "../charts/chart-frame";
import { DotIntervals } from "../charts/dot-intervals";

/** Differences between channels, with contacts as examples. */
export function GapCard({ gaps }: { gaps: GapModel }) {
  const { frame, rows, scale, far } = gaps;
  return (
    <ChartFrame frame={frame}>
      <DotIntervals rows={rows} scale={scale} />
      {far.length === 0 ? null : (
        <section className="grid gap-1 border-t border-border pt-2">
          <h3 className="text-secondary text-text-muted">{words.far}</h3>
          <ul className="grid gap-x-4 roomy:grid-cols-2">
            {far.map(({ channel, caseId, href, words: value }) => (
              <li key={href} className="flex min-w-0 items-center gap-2 text-secondary">
                <ChannelLabel channel={channel} />
                <Link
                  className="inline-flex min-h-6 max-w-[55%] flex-none items-center text-link hover:underline"
                  href={href}
                  prefetch={false}
                >
                  <span className="truncate" title={caseId}>
                    {caseId}
                  </span>
                </Link>
                <span className="ml-auto truncate text-text-muted tabular-nums" title={value}>
                  {value}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ChartFrame>
  );
}
