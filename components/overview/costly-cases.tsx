import Link from "next/link";
import type { ChartTable } from "@/lib/analytics/charts/chart-model";
import { textTable } from "@/lib/analytics/charts/text-table";
import { journeyWords } from "@/lib/analytics/words/journey-words";
import type { CostModel } from "@/lib/pages/overview/overview-model";
import { costWords } from "@/lib/pages/overview/words";
import { JourneyStrip } from "../case/journey-strip";
import { CsvLink } from "../charts/csv-link";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

const { outcome: outcomeColumn, ...alwaysShown } = costWords.columns;
const always = Object.values(alwaysShown);
const numbers: readonly string[] = [alwaysShown.contacts, alwaysShown.usual];

/** The cases that cost the most, each with its way and its end. */
export function CostlyCases({ cost: { title, subtitle, rows, links } }: { cost: CostModel }) {
  const columns = rows.some(({ outcome }) => outcome !== null)
    ? [...always, outcomeColumn]
    : always;
  return (
    <section className="rounded-card border border-border bg-panel">
      <header className="flex items-start justify-between gap-x-3 px-4 pt-3 pb-2 max-roomy:flex-col">
        <div className="min-w-0">
          <h2 className="font-semibold text-pretty">{title}</h2>
          <p className="text-secondary text-pretty text-text-faint">{subtitle}</p>
        </div>
        <p className="flex flex-none flex-wrap gap-x-4 print:hidden">
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
          {rows.length === 0 ? null : <CsvLink name={title} table={tableOf(rows, columns)} />}
        </p>
      </header>
      {rows.length === 0 ? null : (
        <div className="records">
          <table>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col" data-number={numbers.includes(name) ? "" : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item, href, type, contacts, expected, wrong, outcome }) => (
                <tr key={item.caseId}>
                  <td>
                    <Link
                      className="block font-mono text-secondary leading-6 text-link hover:underline"
                      href={href}
                      prefetch={false}
                    >
                      <MaskedText text={item.caseId} />
                    </Link>
                  </td>
                  <td data-lead="">{type}</td>
                  <td data-wide="">
                    <JourneyStrip
                      journey={item.journey}
                      verdicts={item.handoffVerdicts}
                      tilesMax={8}
                      canWrap
                    />
                  </td>
                  <td data-number="" data-label={alwaysShown.contacts}>
                    {contacts}
                  </td>
                  <td data-number="" data-end="" data-label={alwaysShown.usual}>
                    {expected}
                  </td>
                  <td data-wide="">{wrong}</td>
                  {outcome === null ? null : (
                    <td>
                      <StatusBadge tone={outcome.tone} label={outcome.label} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function tableOf(rows: CostModel["rows"], columns: readonly string[]): ChartTable {
  return textTable(
    columns,
    rows.map(({ item, type, contacts, expected, wrong, outcome }) => [
      ...[item.caseId, type, journeyWords(item.journey, item.handoffVerdicts)],
      ...[contacts, expected, wrong],
      ...(outcome === null ? [] : [outcome.label]),
    ]),
  );
}
