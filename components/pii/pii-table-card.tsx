import Link from "next/link";
import type { ReactNode } from "react";
import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import type { PiiTable } from "@/lib/pages/pii/pii-model";
import { CsvLink } from "../charts/csv-link";
import { formatCounted } from "@/lib/format/format";
import { PhoneDetails } from "../findings/phone-details";
import { ScrollRegion } from "../ui/scroll-region";

type PiiTableCardProps = {
  panel: PiiTable;
  /** Whether a phone folds it; else it folds all rows but the first. */
  isFolded?: boolean;
};

/** A table of counts, each of which opens its list, and the same as CSV. */
export function PiiTableCard({ panel, isFolded = false }: PiiTableCardProps) {
  const { title, subtitle, table, note, isMatrix } = panel;
  const all = `${isFolded ? "Show" : "Show all"} ${formatCounted(table.rows.length, "row")}`;
  return (
    <section className="rounded-card border border-border bg-panel">
      <header className="flex items-start justify-between gap-x-3 px-4 pt-3 pb-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-pretty">{title}</h2>
          <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
        </div>
        <CsvLink table={table} name={title} />
      </header>
      <PhoneDetails words={all} {...(isFolded ? {} : { rows: table.rows.length })}>
        <Frame title={title} isMatrix={isMatrix}>
          <Rows panel={panel} />
        </Frame>
      </PhoneDetails>
      {note === "" ? null : (
        <footer className="px-4 py-2 text-secondary text-text-faint">{note}</footer>
      )}
    </section>
  );
}

type FrameProps = { title: string; isMatrix: boolean; children: ReactNode };

/** A matrix scrolls where it has too little room, rows of other tables become records. */
function Frame({ title, isMatrix, children }: FrameProps) {
  return isMatrix ? (
    <ScrollRegion label={title}>{children}</ScrollRegion>
  ) : (
    <div className="records">{children}</div>
  );
}

function Rows({ panel: { table, isMatrix } }: { panel: PiiTable }) {
  const { columns, rows } = table;
  const matrixCell = isMatrix ? "px-2 py-1 first:pl-4 last:pr-4" : "";
  return (
    <table className="w-full tabular-nums">
      <thead>
        <tr className={isMatrix ? "text-secondary text-text-faint" : ""}>
          {columns.map(({ words, isNumber }) => (
            <th
              key={words}
              scope="col"
              data-number={isNumber ? "" : undefined}
              className={
                isMatrix
                  ? `${matrixCell} font-normal ${isNumber ? "text-right" : "text-left"}`
                  : undefined
              }
            >
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at} className={isMatrix ? "border-t border-border" : ""}>
            {row.map((cell, column) => (
              <td
                key={columns[column]?.words}
                data-label={isMatrix || column === 0 ? undefined : columns[column]?.words}
                data-number={columns[column]?.isNumber === true ? "" : undefined}
                className={
                  isMatrix
                    ? `${matrixCell} ${columns[column]?.isNumber === true ? "text-right whitespace-nowrap" : ""}`
                    : undefined
                }
              >
                <CellWords cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellWords({ cell: { words, href } }: { cell: ChartCell }) {
  if (href === undefined) {
    return words === "0" ? (
      <span className="text-text-faint">–</span>
    ) : (
      <span className="[overflow-wrap:anywhere]">{words}</span>
    );
  }
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
