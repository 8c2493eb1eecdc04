import Link from "next/link";
import type { PromiseLine, PromisesModel } from "@/lib/pages/handoffs/handoffs-model";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { Pager } from "@/components/ui/pager";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { DownloadLink } from "../findings/download-link";
import { TabLinks } from "../ui/tab-links";

const columns = ["Case", "Made on", "Promise", "Due words", "Due", "State", "Lost on the way"];

/** A page of promises, the most urgent first. */
export function PromiseList({ list }: { list: PromisesModel["list"] }) {
  const { title, subtitle, tabs, csv, lines, pagination } = list;
  return (
    <Card title={title} subtitle={subtitle} isFlush>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2 print:hidden">
        <TabLinks label="Promises" choices={tabs} />
        <DownloadLink href={csv.href} words={csv.words} />
      </div>
      {lines.length === 0 ? (
        <p className="border-t border-border px-4 py-3 text-text-muted">No such promise.</p>
      ) : (
        <div className="records border-t border-border" role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((words) => (
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
      {pagination.total === 0 ? null : <Pager label="Pages of promises" pagination={pagination} />}
    </Card>
  );
}

function Line({ line }: { line: PromiseLine }) {
  const { caseId, href, channel, by, what, dueWords, dueUs, state, lostAt } = line;
  return (
    <tr>
      <td>
        <Link
          className="inline-flex min-h-6 items-center font-mono text-secondary [overflow-wrap:anywhere] text-link hover:underline"
          href={href}
          prefetch={false}
        >
          <MaskedText text={caseId} />
        </Link>
      </td>
      <td>
        <span className="inline-flex items-center gap-1.5">
          <ChannelLabel channel={channel} /> <AgentLabel kind={by} />
        </span>
      </td>
      <td data-end="">
        <MaskedText text={what} />
      </td>
      <td data-wide="" className="text-text-muted">
        {dueWords === "" ? "–" : <MaskedText text={`“${dueWords}”`} />}
      </td>
      <td data-label="Due">{dueUs === null ? "no date" : <Instant atUs={dueUs} style="due" />}</td>
      <td data-lead="">
        <StatusBadge tone={state.tone} label={state.label} />
      </td>
      <td data-label="Lost on the way" className="text-text-muted">
        {lostAt}
      </td>
    </tr>
  );
}
