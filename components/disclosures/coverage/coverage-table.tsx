import Link from "next/link";
import type { CoverageRow } from "@/lib/pages/disclosures/coverage/coverage-model";
import { ChannelLabel } from "../../case/channel-label";
import { ScrollRegion } from "../../ui/scroll-region";
import { CountCell } from "../count-cell";

type CoverageTableProps = {
  label: string;
  /** Heading of the first column. */
  first: string;
  columns: readonly string[];
  rows: readonly CoverageRow[];
};

/** Counts of contacts, each of which opens its list. */
export function CoverageTable({ label, first, columns, rows }: CoverageTableProps) {
  return (
    <ScrollRegion label={label}>
      <table className="w-full tabular-nums">
        <thead>
          <tr className="border-t border-border align-bottom text-secondary text-text-faint">
            <th scope="col" className="py-1.5 pr-2 pl-4 text-left font-normal">
              {first}
            </th>
            {columns.map((words) => (
              <th
                key={words}
                scope="col"
                className="max-w-24 px-2 py-1.5 text-right font-normal last:pr-4"
              >
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={`border-t border-border ${row.isChosen ? "bg-selected" : ""}`}
            >
              <th scope="row" className="py-1 pr-2 pl-4 text-left font-normal whitespace-nowrap">
                <RowName row={row} />
                {row.unusual.map((words) => (
                  <span key={words} className="block text-secondary whitespace-normal text-warn">
                    {words}
                  </span>
                ))}
              </th>
              {row.counts.map((count, at) => (
                <td key={columns[at]} className="px-2 text-right last:pr-4">
                  <CountCell count={count} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RowName({ row: { words, channel, href, isChosen } }: { row: CoverageRow }) {
  const name = channel === null ? words : <ChannelLabel channel={channel} />;
  if (href === null) return name;
  return (
    <Link
      className="inline-flex min-h-6 items-center hover:underline"
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={isChosen ? "true" : undefined}
    >
      {name}
    </Link>
  );
}
