import Link from "next/link";
import type { ChartCell, ChartTable } from "@/lib/analytics/charts/chart-model";
import { CsvLink } from "./csv-link";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** A chart's figures as a table. @param name subject of the figures, for screen readers */
export function TableUnder({ table, name }: { table: ChartTable; name: string }) {
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-6 items-center text-secondary text-text-faint hover:text-text">
        Table
      </summary>
      <ScrollRegion label={`${name}: table`}>
        <table className="w-full text-secondary tabular-nums">
          <thead>
            <tr className="text-text-faint">
              {table.columns.map(({ words, isNumber }) => (
                <th
                  key={words}
                  scope="col"
                  className={`py-1 pr-3 font-normal ${isNumber ? "text-right" : "text-left"}`}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at} className="border-t border-border">
                {row.map((cell, column) => (
                  <td
                    key={table.columns[column]?.words}
                    className={`py-1 pr-3 ${table.columns[column]?.isNumber === true ? "text-right whitespace-nowrap" : ""}`}
                  >
                    <CellWords cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <CsvLink table={table} name={name} />
    </details>
  );
}

function CellWords({ cell: { words, href } }: { cell: ChartCell }) {
  if (href === undefined) return words;
  return (
    <Link
      className="inline-flex min-h-6 items-center text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {words}
    </Link>
  );
}
