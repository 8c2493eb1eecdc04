"use client";

import Link from "next/link";
import type { ChartCell, ChartTable } from "@/lib/analytics/charts/chart-model";
import { CsvLink } from "./csv-link";
import { LazyDetails } from "@/components/ui/lazy-details";
import { ScrollRegion } from "@/components/ui/scroll-region";

type TableUnderProps = {
  table: ChartTable;
  /** Subject of the figures, for screen readers. */
  name: string;
};

/** A chart's figures as a table, which is rendered when it is opened: a page has many, and few are read. */
export function TableUnder({ table, name }: TableUnderProps) {
  return (
    <LazyDetails
      summary="Show as table"
      className="print:hidden"
      summaryClassName="inline-flex min-h-6 items-center text-secondary text-text-faint hover:text-text"
    >
      <FiguresTable table={table} name={name} />
    </LazyDetails>
  );
}

function FiguresTable({ table, name }: TableUnderProps) {
  return (
    <>
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
    </>
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
