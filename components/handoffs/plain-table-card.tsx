import Link from "next/link";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import { ChannelLabel } from "../case/channel-label";
import { CsvLink } from "../charts/csv-link";
import { Card } from "../ui/card";
import { Unbroken } from "@/components/ui/unbroken";
import { ScrollRegion } from "@/components/ui/scroll-region";

function wide(isWide = false): string {
  return isWide ? "whitespace-nowrap max-roomy:hidden" : "";
}

/** A finding with its figures as a table. */
export function PlainTableCard({ table }: { table: PlainTable }) {
  const { title, subtitle, columns, rows, note } = table;
  const shown = { columns, rows: rows.map(({ words, cells }) => [{ words }, ...cells]) };
  return (
    <Card title={title} subtitle={subtitle} isFlush>
      <ScrollRegion label={title}>
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-secondary text-text-faint">
              {columns.map(({ words, isNumber, isWide }) => (
                <th
                  key={words}
                  scope="col"
                  className={`px-4 py-1.5 font-normal max-roomy:px-2 max-roomy:first:pl-4 ${isNumber ? "text-right" : "text-left"} ${wide(isWide)}`}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ channel, words, cells }) => (
              <tr key={words} className="h-8 border-t border-border hover:bg-hover">
                <td className="px-4 max-roomy:pr-0">
                  {channel === null ? words : <ChannelLabel channel={channel} />}
                </td>
                {cells.map((cell, at) => (
                  <td
                    key={columns[at + 1]?.words}
                    className={`px-4 text-right max-roomy:px-2 ${wide(columns[at + 1]?.isWide)}`}
                  >
                    {cell.href === undefined ? (
                      <Unbroken words={cell.words} />
                    ) : (
                      <Link
                        className="inline-flex min-h-6 items-center text-link hover:underline"
                        href={cell.href}
                        prefetch={false}
                        aria-label={`${cell.words} ${columns[at + 1]?.words ?? ""}: ${words}`}
                      >
                        <Unbroken words={cell.words} />
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <footer className="border-t border-border px-4 py-2 text-secondary text-text-muted">
        <p>{note}</p>
        <CsvLink table={shown} name={title} />
      </footer>
    </Card>
  );
}
