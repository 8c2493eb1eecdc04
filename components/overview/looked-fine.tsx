import Link from "next/link";
import { textTable } from "@/lib/analytics/charts/text-table";
import type { MatrixModel } from "@/lib/pages/overview/overview-model";
import { lookedFineWords } from "@/lib/pages/overview/words";
import { CsvLink } from "../charts/csv-link";

/** What looked fine against what became of it; each count links to its cases. */
export function LookedFine({ matrix }: { matrix: MatrixModel }) {
  const { title, subtitle, columns, rows, note, links } = matrix;
  return (
    <section className="flex flex-col rounded-card border border-border bg-panel break-inside-avoid">
      <header className="px-4 pt-3 pb-2">
        <h2 className="font-semibold text-pretty">{title}</h2>
        <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
      </header>
      <div className="px-4 pb-3">
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-secondary text-text-faint">
              <td />
              {columns.map((words) => (
                <th key={words} scope="col" className="py-1 pl-2 text-right font-normal">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ words, cells }) => (
              <tr key={words} className="border-t border-border">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {words}
                </th>
                {cells.map((cell, at) => (
                  <td key={columns[at]} className="py-1.5 pl-2 text-right whitespace-nowrap">
                    <Count cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {note === "" ? null : <p className="pt-2 text-secondary text-text-muted">{note}</p>}
      </div>
      <footer className="mt-auto flex gap-4 border-t border-border px-4 py-1 print:hidden">
        {links.map(({ words, href }) => (
          <Link
            key={words}
            className="inline-flex min-h-6 items-center text-secondary text-link hover:underline"
            href={href}
            prefetch={false}
          >
            {words}
          </Link>
        ))}
        <CsvLink
          name={title}
          table={textTable(
            [lookedFineWords.columns.sign, ...columns],
            rows.map(({ words, cells }) => [words, ...cells.map(({ count }) => String(count))]),
          )}
        />
      </footer>
    </section>
  );
}

function Count({
  cell: { count, share, href },
}: {
  cell: MatrixModel["rows"][number]["cells"][number];
}) {
  const suffix =
    share === "" ? null : <span className="pl-1 text-secondary text-text-faint">{share}</span>;
  if (href === null)
    return (
      <>
        {count}
        {suffix}
      </>
    );
  return (
    <Link
      className="inline-flex min-h-6 items-center text-link hover:underline"
      href={href}
      prefetch={false}
    >
      {count}
      {suffix}
    </Link>
  );
}
