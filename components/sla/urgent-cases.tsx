import Link from "next/link";
import type { SlaModel, UrgentRow } from "@/lib/pages/sla/sla-model";
import { moreInLists, urgentCases as words } from "@/lib/pages/sla/words/page";
import { JourneyStrip } from "../case/journey-strip";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

const link = "inline-flex min-h-6 items-center text-link hover:underline";

/** The open cases that are overdue or at risk, the most urgent first; each opens. */
export function UrgentCases({ urgent }: Pick<SlaModel, "urgent">) {
  const { title, rows, more, csvHref, overdueHref, riskHref } = urgent;
  return (
    <section className="rounded-card border border-border bg-panel">
      <header className="flex flex-wrap items-start justify-between gap-x-4 px-4 pt-3 pb-2">
        <div>
          <h2 className="font-semibold">{title}</h2>
          {rows.length === 0 ? null : (
            <p className="text-secondary text-text-faint">{words.order}</p>
          )}
        </div>
        <p className="flex flex-wrap gap-x-3 text-secondary print:hidden">
          {rows.length === 0 ? null : (
            <>
              <Link className={link} href={overdueHref} prefetch={false}>
                {words.allOverdue}
              </Link>
              <Link className={link} href={riskHref} prefetch={false}>
                {words.allAtRisk}
              </Link>
            </>
          )}
          <a className={link} href={csvHref} download title={words.csvTitle}>
            {words.csv}
          </a>
        </p>
      </header>
      {rows.length === 0 ? null : (
        <div className="records border-t border-border" role="region" aria-label={words.region}>
          <table>
            <thead>
              <tr>
                {Object.values(words.columns).map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.caseId} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more === 0 ? null : (
        <p className="px-4 py-2 text-secondary text-text-faint">{moreInLists(more)}</p>
      )}
    </section>
  );
}

function Row({ row }: { row: UrgentRow }) {
  return (
    <tr>
      <td>
        <Link
          className={`${link} font-mono text-secondary [overflow-wrap:anywhere]`}
          href={row.href}
          prefetch={false}
        >
          <MaskedText text={row.caseId} />
        </Link>
      </td>
      <td data-wide="">{row.leftWords}</td>
      <td data-lead="">
        <StatusBadge tone={row.tone} label={row.stateWords} variant="bare" />
      </td>
      <td data-label={words.columns.due}>
        <Instant atUs={row.dueUs} style="minute" />
      </td>
      <td data-end="">{row.caseType}</td>
      <td data-wide="">
        <JourneyStrip journey={row.journey} tilesMax={6} />
      </td>
    </tr>
  );
}
