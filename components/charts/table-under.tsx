"use client";

import Link from "next/link";
import type { ChartCell, ChartTable } from "@/lib/analytics/charts/chart-model";
import { CsvLink } from "./csv-link";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** A chart's figures as a table; rendered from the table alone, so that a page's cells travel once. @param name subject of the figures, for screen readers */
export function TableUnder({ table, name }: { table: ChartTable; name: string }) {
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-6 items-center text-secondary text-text-faint hover:text-text">
        Show as table
      </summary>
      <ScrollRegion label={`${name}: table`}>
        <table className="figures">
          <thead>
            <tr>
              {table.columns.map(({ words, isNumber }) => (
                <th key={words} scope="col" data-number={isNumber || undefined}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td
                    key={table.columns[column]?.words}
                    data-number={table.columns[column]?.isNumber || undefined}
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
    <Link href={href} prefetch={false}>
      {words}
    </Link>
  );
}
