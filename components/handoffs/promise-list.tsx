import Link from "next/link";
import type { PromiseLine, PromisesModel } from "@/lib/pages/handoffs/handoffs-model";
import { promiseListWords } from "@/lib/pages/handoffs/words";
import { ChannelLabel } from "../case/channel-label";
import { Pager } from "@/components/ui/pager";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { DownloadLink } from "../findings/download-link";
import { TabLinks } from "../ui/tab-links";

const { columns } = promiseListWords;

/** A page of promises, the most urgent first. */
export function PromiseList({ list }: { list: PromisesModel["list"] }) {
  const { title, subtitle, tabs, csv, none, lines, pagination } = list;
  return (
    <Card title={title} subtitle={subtitle} topic="promises-past" isFlush>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2 print:hidden">
        <TabLinks label={promiseListWords.tabsLabel} choices={tabs} />
        <DownloadLink href={csv.href} words={csv.words} />
      </div>
      {lines.length === 0 ? (
        <p className="border-t border-border px-4 py-3 text-text-muted">{none}</p>
      ) : (
        <div className="records border-t border-border" role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {Object.values(columns).map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.key} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pagination.total === 0 ? null : (
        <Pager label={promiseListWords.pages} pagination={pagination} />
      )}
    </Card>
  );
}

const link =
  "inline-flex min-h-6 items-center [overflow-wrap:anywhere] text-link hover:underline text-secondary";

function Line({ line }: { line: PromiseLine }) {
  const { caseId, href, customer, channel, by, owner, what, quote, dueUs, state, lostAt } = line;
  return (
    <tr className="align-top">
      <td>
        <Link className={`${link} font-mono`} href={href} prefetch={false}>
          <MaskedText text={caseId} />
        </Link>
        {customer === null ? null : (
          <p>
            <Link className={link} href={customer.href} prefetch={false}>
              <MaskedText text={customer.id} />
            </Link>
          </p>
        )}
      </td>
      <td data-wide="" className="max-w-[48ch]">
        <MaskedText text={what} />
        {quote === "" ? null : (
          <q className="block text-secondary text-text-muted">
            <MaskedText text={quote} />
          </q>
        )}
      </td>
      <td data-label={columns.by}>
        <MaskedText text={by} /> <ChannelLabel channel={channel} />
      </td>
      <td data-label={columns.due}>
        {dueUs === null ? promiseListWords.noDate : <Instant atUs={dueUs} style="due" />}
      </td>
      <td data-lead="">
        <StatusBadge tone={state.tone} label={state.label} />
      </td>
      <td data-label={columns.owner}>
        {owner ?? <span className="text-text-faint">{promiseListWords.nobody}</span>}
      </td>
      <td data-label={columns.lost} className="text-text-muted">
        {lostAt}
      </td>
    </tr>
  );
}
