import Link from "next/link";
import type { VariantRow, VariantsModel } from "@/lib/pages/journeys/journeys-model";
import { variantWords } from "@/lib/pages/journeys/words";
import type { ChartTable } from "@/lib/analytics/charts/chart-model";
import { textTable } from "@/lib/analytics/charts/text-table";
import { CsvLink } from "../charts/csv-link";
import { ChartSubject } from "../charts/chart-subject";
import { Card } from "../ui/card";
import { ScrollRegion } from "@/components/ui/scroll-region";

const { columns, csvColumns } = variantWords;
const counts = [
  [columns.path, "text-left"],
  [columns.cases, "text-right"],
  [columns.share, "text-right max-roomy:hidden"],
  [columns.contacts, "text-right pr-4 max-roomy:hidden"],
] as const;
const ends = [
  [columns.resolved, "text-left"],
  [columns.time, "text-left max-roomy:hidden"],
] as const;

/** The most frequent paths as a table; each opens its cases. */
export function VariantTable({ variants }: { variants: VariantsModel }) {
  const { title, subtitle, rows, isEndKnown, note } = variants;
  const headings = isEndKnown ? [...counts, ...ends] : counts;
  return (
    <Card title={title} subtitle={subtitle} topic="resolution-by-path" isFlush>
      <ScrollRegion label={variantWords.scroll} look="border-t border-border">
        <table className="w-full tabular-nums roomy:min-w-[680px]">
          <thead>
            <tr className="text-secondary whitespace-nowrap text-text-faint">
              {headings.map(([words, look]) => (
                <th key={words} scope="col" className={`py-1.5 pl-4 font-normal ${look}`}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="h-9 border-t border-border hover:bg-hover">
                <td className="pl-4">
                  <Link
                    className="inline-flex min-h-6 items-center gap-2 hover:underline"
                    href={row.href}
                    prefetch={false}
                  >
                    <ChartSubject subject={row.subject} />
                    {row.subject.channels.length > 1 ? (
                      <span className="text-secondary text-text-muted max-roomy:sr-only">
                        {row.subject.words}
                      </span>
                    ) : null}
                  </Link>
                </td>
                <td className="pl-4 text-right">{row.cases}</td>
                <td className="pl-4 text-right max-roomy:hidden">{row.share}</td>
                <td className="pr-4 pl-4 text-right max-roomy:hidden">{row.contacts}</td>
                {isEndKnown ? <Ends row={row} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <footer className="border-t border-border px-4 py-2 text-secondary text-text-muted">
        <p>{note}</p>
        <CsvLink table={tableOf(variants)} name={title} />
      </footer>
    </Card>
  );
}

function Ends({ row }: { row: VariantRow }) {
  return (
    <>
      <td className="pr-4 pl-4 roomy:whitespace-nowrap">
        <b>{row.resolved}</b> <span className="text-secondary text-text-muted">{row.basis}</span>
      </td>
      <td className="pl-4 whitespace-nowrap max-roomy:hidden">{row.time}</td>
    </>
  );
}

function tableOf({ rows, isEndKnown }: VariantsModel): ChartTable {
  return textTable(
    [
      ...counts.map(([words]) => words),
      ...(isEndKnown ? [columns.resolved, csvColumns.range, csvColumns.time] : []),
    ],
    rows.map(({ subject, cases, share, contacts, resolved, basis, time }) => [
      ...[subject.words, cases, share, contacts],
      ...(isEndKnown ? [resolved, basis, time] : []),
    ]),
  );
}
