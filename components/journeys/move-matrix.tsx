import Link from "next/link";
import type { MatrixCell, MatrixModel } from "@/lib/pages/journeys/journeys-model";
import { matrixWords } from "@/lib/pages/journeys/words";
import { ChannelLabel } from "../case/channel-label";
import { ChartFrame } from "../charts/chart-frame";
import { TabLinks } from "../ui/tab-links";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** Transition matrix between channels; each cell links to its cases. */
export function MoveMatrix({ matrix }: { matrix: MatrixModel }) {
  const { frame, starters, channels, rows } = matrix;
  return (
    <ChartFrame frame={frame} topic="resolution-by-move">
      <div className="flex flex-wrap items-center gap-2 text-secondary text-text-muted print:hidden">
        {matrixWords.startedBy} <TabLinks label={matrixWords.startedBy} choices={starters} />
      </div>
      <ScrollRegion label={matrixWords.scroll}>
        <table className="w-full min-w-[760px] table-fixed border-separate border-spacing-0.5 tabular-nums">
          <thead>
            <tr className="text-secondary text-text-faint">
              <th scope="col" className="w-24 p-1 text-left font-normal">
                {matrixWords.corner}
              </th>
              {channels.map((channel) => (
                <th key={channel} scope="col" className="p-1 text-left font-normal">
                  <ChannelLabel channel={channel} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, count, cells }) => (
              <tr key={from}>
                <th
                  scope="row"
                  className="sticky left-0 bg-panel p-1 text-left align-top font-normal"
                >
                  <ChannelLabel channel={from} />
                  <span className="block text-axis text-text-faint">
                    {matrixWords.inAll(count)}
                  </span>
                </th>
                {cells.map((cell, at) => (
                  <td key={channels[at]} className="h-px p-0 align-top">
                    {cell === null ? <Nothing /> : <Cell cell={cell} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </ChartFrame>
  );
}

function Nothing() {
  return (
    <span className="grid h-full min-h-8 rounded-chip bg-sunken p-1.5 text-text-faint">–</span>
  );
}

function Cell({ cell }: { cell: MatrixCell }) {
  const { count, share, gap, resolved, repeated, label, heat, href } = cell;
  return (
    <Link
      href={href}
      prefetch={false}
      title={label}
      aria-label={label}
      className={`heat-${String(heat)} block h-full rounded-chip p-1.5 text-axis text-text hover:outline-2 hover:outline-border-strong`}
    >
      <span className="flex items-baseline justify-between gap-1">
        <b className="text-body">{count}</b>
        <span>{share}</span>
      </span>
      <span className="block">{gap}</span>
      <span className="block">{resolved}</span>
      <span className="block">{repeated}</span>
    </Link>
  );
}
