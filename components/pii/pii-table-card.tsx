import Link from "next/link";
import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import type { PiiTable } from "@/lib/pages/pii/pii-model";
import { CsvLink } from "../charts/csv-link";
import { ScrollRegion } from "../ui/scroll-region";

/** A table of counts, each of which opens its list, and the same as CSV. */
export function PiiTableCard({ panel: { title, subtitle, table, note } }: { panel: PiiTable }) {
  const { columns, rows } = table;
  return (
    <section className="rounded-card border border-border bg-panel">
      <header className="flex items-start justify-between gap-x-3 px-4 pt-3 pb-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-pretty">{title}</h2>
          <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
        </div>
        <CsvLink table={table} name={title} />
      </header>
      <ScrollRegion label={title}>
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-secondary text-text-faint">
              {columns.map(({ words, isNumber }) => (
                <th
                  key={words}
                  scope="col"
                  className={`px-2 py-1.5 font-normal first:pl-4 last:pr-4 ${isNumber ? "text-right" : "text-left"}`}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} className="border-t border-border">
                {row.map((cell, column) => (
                  <td
                    key={columns[column]?.words}
                    className={`px-2 py-1 first:pl-4 last:pr-4 ${columns[column]?.isNumber === true ? "text-right whitespace-nowrap" : ""}`}
                  >
                    <CellWords cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {note === "" ? null : (
        <footer className="border-t border-border px-4 py-2 text-secondary text-text-faint">
          {note}
        </footer>
      )}
    </section>
  );
}

function CellWords({ cell: { words, href } }: { cell: ChartCell }) {
  if (href === undefined) return words === "0" ? <span className="text-text-faint">–</span> : words;
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
