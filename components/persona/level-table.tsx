import Link from "next/link";
import type { Channel } from "@/lib/domain/trace/channel";
import { textTable } from "@/lib/analytics/charts/text-table";
import type { LevelCell, LevelModel } from "@/lib/pages/persona/persona-model";
import { levels as words, rangeColumn } from "@/lib/pages/persona/words/tables";
import { channelWords } from "@/lib/format/wording";
import { ChannelLabel } from "../case/channel-label";
import { CsvLink } from "../charts/csv-link";
import { Icon } from "../ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** Each channel's current speech features against the approved targets. */
export function LevelTable({ levels }: { levels: LevelModel }) {
  const { title, subtitle, note, channels, rows } = levels;
  return (
    <section className="rounded-card border border-border bg-panel break-inside-avoid">
      <header className="px-4 pt-3 pb-2">
        <h2 className="font-semibold text-pretty">{title}</h2>
        <p className="text-secondary text-text-faint">{subtitle}</p>
      </header>
      <ScrollRegion label={words.region}>
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-left text-secondary text-text-faint">
              <th scope="col" className="py-1 pr-3 pl-4 font-normal">
                {words.columns.measure}
              </th>
              <th scope="col" className="py-1 pr-3 font-normal">
                {words.columns.approved}
              </th>
              {channels.map((channel) => (
                <th key={channel} scope="col" className="py-1 pr-3 text-right font-normal">
                  <ChannelLabel channel={channel} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, approved, cells }) => (
              <tr key={name} className="border-t border-border align-top">
                <th scope="row" className="min-w-32 py-1.5 pr-3 pl-4 text-left font-normal">
                  {name}
                </th>
                <td className="min-w-36 py-1.5 pr-3 text-secondary text-text-muted">{approved}</td>
                {cells.map((cell, at) => (
                  <td key={channels[at]} className="py-1.5 pr-3 text-right whitespace-nowrap">
                    <Level cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <footer className="border-t border-border px-4 py-2 text-secondary text-pretty text-text-faint">
        <p>{note}</p>
        <CsvLink
          name={title}
          table={textTable(
            [...Object.values(words.columns), ...channels.flatMap((channel) => columnsOf(channel))],
            rows.map(({ name, approved, cells }) => [
              ...[name, approved],
              ...cells.flatMap((cell) => [cell.words, cell.basis]),
            ]),
          )}
        />
      </footer>
    </section>
  );
}

function columnsOf(channel: Channel): readonly string[] {
  return [channelWords[channel], rangeColumn(channelWords[channel])];
}

function Level({ cell }: { cell: LevelCell }) {
  const { basis, isOff, href } = cell;
  const value = isOff ? (
    <b className="inline-flex items-center gap-1 text-fail">
      <Icon name="fail" isBold />
      {cell.words}
      <span className="sr-only"> {words.off}</span>
    </b>
  ) : (
    cell.words
  );
  return (
    <>
      {href === null ? (
        value
      ) : (
        <Link
          className="inline-flex min-h-6 items-center font-semibold text-link hover:underline"
          href={href}
          prefetch={false}
        >
          {value}
        </Link>
      )}
      <span className="block text-axis text-text-faint">{basis}</span>
    </>
  );
}
