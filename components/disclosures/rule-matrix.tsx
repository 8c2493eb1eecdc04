import Link from "next/link";
import type {
  DisclosuresModel,
  MatrixCell,
  MatrixRow,
} from "@/lib/pages/disclosures/disclosures-model";
import { coverageHrefBase, ruleHref, rulesHref } from "@/lib/pages/disclosures/href";
import { ChannelLabel } from "../case/channel-label";
import { CountCell } from "./count-cell";
import { ScrollRegion } from "../ui/scroll-region";

type Matrix = DisclosuresModel["matrix"];

const head = "px-1.5 py-1.5 font-normal";
const number = `${head} text-right`;

/** Rules by channel: the share given, and counts that open their lists. */
export function RuleMatrix({ matrix }: { matrix: Matrix }) {
  const { channels, rows, foot } = matrix;
  return (
    <section className="rounded-card border border-border bg-panel">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 pt-3 pb-2">
        <h2 className="font-semibold">Rules by channel</h2>
        <span className="flex flex-wrap gap-x-4 text-secondary">
          <HeadLink href={coverageHrefBase} words="What could be evaluated" />
          <HeadLink href={rulesHref} words="Rules and versions" />
        </span>
      </header>
      {rows.length === 0 ? (
        <p className="border-t border-border px-4 py-3 text-text-muted">
          No rule that is on is for these contacts.
        </p>
      ) : (
        <ScrollRegion label="Rules by channel">
          <table className="w-full tabular-nums max-roomy:block">
            <thead className="max-roomy:hidden">
              <tr className="text-secondary whitespace-nowrap text-text-faint">
                <th scope="col" className={`${head} pl-4 text-left`}>
                  Rule
                </th>
                {channels.map((channel) => (
                  <th key={channel} scope="col" className={`${head} text-left`}>
                    <ChannelLabel channel={channel} />
                  </th>
                ))}
                {counts.map(({ words }, at) => (
                  <th
                    key={words}
                    scope="col"
                    className={at === counts.length - 1 ? `${number} pr-4` : number}
                  >
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-roomy:block">
              {rows.map((row) => (
                <Row key={row.rule} row={row} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <footer className="border-t border-border px-4 py-2 text-secondary text-text-faint">
        {foot}
      </footer>
    </section>
  );
}

const counts = [
  { words: "Required", of: ({ required }: MatrixRow) => required },
  { words: "Given", of: ({ given }: MatrixRow) => given },
  { words: "Not given", of: ({ notGiven }: MatrixRow) => notGiven },
  { words: "To review", of: ({ toReview }: MatrixRow) => toReview },
  { words: "Not evaluable", of: ({ notEvaluable }: MatrixRow) => notEvaluable },
] as const;

function HeadLink({ href, words }: { href: string; words: string }) {
  return (
    <Link className="inline-flex min-h-6 items-center text-link hover:underline" href={href}>
      {words}
    </Link>
  );
}

function Row({ row }: { row: MatrixRow }) {
  const { rule, name, cells } = row;
  return (
    <tr className="border-t border-border max-roomy:grid max-roomy:grid-cols-2 max-roomy:px-2.5 max-roomy:py-2">
      <th
        scope="row"
        className="min-w-32 py-2 pr-1 pl-4 text-left font-semibold max-roomy:col-span-full max-roomy:px-1.5 max-roomy:py-1"
      >
        <Link className="hover:underline" href={ruleHref(rule)} prefetch={false}>
          {name}
        </Link>
      </th>
      {cells.map((cell) => (
        <td
          key={cell.channel}
          className={`min-w-22 p-0.5 align-top max-roomy:col-span-full ${cell.shown === null ? "max-roomy:hidden" : ""}`}
        >
          <Cell cell={cell} />
        </td>
      ))}
      {counts.map(({ words, of }, at) => (
        <td
          key={words}
          className={`px-1.5 text-right max-roomy:flex max-roomy:items-center max-roomy:justify-between max-roomy:gap-2 max-roomy:px-2 ${at === counts.length - 1 ? "roomy:pr-4" : ""}`}
        >
          <span className="text-secondary text-text-muted roomy:hidden">{words}</span>
          <CountCell count={of(row)} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell: { channel, shown } }: { cell: MatrixCell }) {
  if (shown === null) {
    return (
      <span
        className="block px-1.5 py-1 text-text-faint"
        title="The rule was required of no contact"
      >
        ·
      </span>
    );
  }
  const { rate, interval, share, notes, href, label, isChosen } = shown;
  return (
    <Link
      className={`grid gap-1 rounded-control border px-1.5 py-1 hover:bg-hover max-roomy:grid-cols-[6rem_minmax(0,1fr)_auto] max-roomy:items-center ${isChosen ? "border-link bg-selected" : "border-transparent"}`}
      href={href}
      prefetch={false}
      scroll={false}
      aria-label={label}
      aria-current={isChosen ? "true" : undefined}
    >
      <span className="roomy:hidden" aria-hidden="true">
        <ChannelLabel channel={channel} />
      </span>
      <span className="grid whitespace-nowrap max-roomy:flex max-roomy:items-baseline max-roomy:gap-1.5">
        {share === null ? (
          <span className="text-secondary text-text-muted">{rate}</span>
        ) : (
          <b>{rate}</b>
        )}
        <span className="text-secondary text-text-faint">{interval}</span>
      </span>
      {share === null ? null : (
        <span className="block h-[3px] bg-sunken max-roomy:hidden">
          <span
            className="block h-full bg-text"
            style={{ width: `${String(Math.round(100 * share))}%` }}
          />
        </span>
      )}
      <span className="grid text-secondary whitespace-nowrap text-text-muted max-roomy:text-right">
        {notes.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </Link>
  );
}
