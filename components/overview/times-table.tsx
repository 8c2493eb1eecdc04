import Link from "next/link";
import { textTable } from "@/lib/analytics/charts/text-table";
import type { TimesModel } from "@/lib/pages/overview/overview-model";
import { ChannelLabel } from "../case/channel-label";
import { CsvLink } from "../charts/csv-link";
import { ScrollRegion } from "@/components/ui/scroll-region";

/** Hidden on narrow screens. */
const interval = "95%";

/** How long a resolution, an answer and a contact take. Each count opens what it counts. */
export function TimesTable({
  times: { title, subtitle, beforeWords, rows },
}: {
  times: TimesModel;
}) {
  const columns = [
    "Half within",
    interval,
    "9 in 10 within",
    "Counted",
    ...(beforeWords === "" ? [] : ["Half before"]),
  ];
  return (
    <section className="rounded-card border border-border bg-panel break-inside-avoid">
      <header className="px-4 pt-3 pb-2">
        <h2 className="font-semibold text-pretty">{title}</h2>
        <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
      </header>
      <ScrollRegion label={`${title}: table`} look="px-4 pb-3">
        <table className="w-full tabular-nums">
          <thead>
            <tr className="text-secondary text-text-faint">
              <td />
              {columns.map((words) => (
                <th
                  key={words}
                  scope="col"
                  className={`py-1 pl-3 text-right font-normal ${words === interval ? "max-roomy:hidden" : ""}`}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.words} className="border-t border-border">
                <th
                  scope="row"
                  className={`py-1 text-left font-normal ${row.channel === null ? "" : "pl-3"}`}
                >
                  {row.channel === null ? row.words : <ChannelLabel channel={row.channel} />}
                </th>
                <td className="py-1 pl-3 text-right font-semibold whitespace-nowrap">
                  {row.median}
                </td>
                <td className="py-1 pl-3 text-right text-secondary whitespace-nowrap text-text-muted max-roomy:hidden">
                  {row.interval}
                </td>
                <td className="py-1 pl-3 text-right whitespace-nowrap">{row.p90}</td>
                <td className="py-1 pl-3 text-right">
                  <Link
                    className="inline-flex min-h-6 items-center text-link hover:underline"
                    href={row.href}
                    prefetch={false}
                  >
                    {row.count}
                  </Link>
                </td>
                {beforeWords === "" ? null : (
                  <td className="py-1 pl-3 text-right whitespace-nowrap text-text-muted">
                    {row.before}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <footer className="border-t border-border px-4 py-1 print:hidden">
        <CsvLink
          name={title}
          table={textTable(
            ["Time", ...columns],
            rows.map(({ words, median, p90, count, before, ...row }) => [
              ...[words, median, row.interval, p90, count],
              ...(beforeWords === "" ? [] : [before]),
            ]),
          )}
        />
      </footer>
    </section>
  );
}
