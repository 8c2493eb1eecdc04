import Link from "next/link";
import type { PromiseLine, PromisesModel } from "@/lib/view/handoffs/handoffs-model";
import { AgentMark } from "../case/agent-mark";
import { ChannelMark } from "../case/channel-mark";
import { Pager } from "../table/pager";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { TabLinks } from "../ui/tab-links";

const columns = ["Case", "Made on", "Promise", "Due words", "Due", "State", "Lost on the way"];

/** Promises one by one, those that need somebody first. */
export function PromiseList({ list }: { list: PromisesModel["list"] }) {
  const { title, subtitle, tabs, csv, lines, page, pageSize, total } = list;
  return (
    <Card title={title} subtitle={subtitle} isFlush>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2 print:hidden">
        <TabLinks label="Promises" choices={tabs} />
        <a
          className="inline-flex min-h-6 items-center text-secondary text-link hover:underline"
          href={csv.href}
          download
        >
          {csv.words}
        </a>
      </div>
      {lines.length === 0 ? (
        <p className="border-t border-border px-4 py-3 text-text-muted">No such promise.</p>
      ) : (
        <div
          className="overflow-x-auto border-t border-border"
          tabIndex={0}
          role="region"
          aria-label={title}
        >
          <table className="w-full min-w-[820px] tabular-nums">
            <thead>
              <tr className="text-left text-secondary text-text-faint">
                {columns.map((words) => (
                  <th key={words} scope="col" className="py-1.5 pl-4 font-normal whitespace-nowrap">
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
      {total === 0 ? null : (
        <Pager
          label="Pages of promises"
          {...{ page, pageSize, total }}
          previousHref={list.previousHref}
          nextHref={list.nextHref}
        />
      )}
    </Card>
  );
}

function Line({ line }: { line: PromiseLine }) {
  const { caseId, href, channel, by, what, dueWords, dueUs, state, lostAt } = line;
  return (
    <tr className="h-9 border-t border-border hover:bg-hover">
      <td className="pl-4">
        <Link
          className="inline-flex min-h-6 items-center font-mono whitespace-nowrap text-link hover:underline"
          href={href}
          prefetch={false}
        >
          <MaskedText text={caseId} />
        </Link>
      </td>
      <td className="pl-4">
        <span className="inline-flex items-center gap-1.5">
          <ChannelMark channel={channel} /> <AgentMark kind={by} />
        </span>
      </td>
      <td className="pl-4">
        <MaskedText text={what} />
      </td>
      <td className="pl-4 text-text-muted">
        {dueWords === "" ? "–" : <MaskedText text={`“${dueWords}”`} />}
      </td>
      <td className="pl-4 whitespace-nowrap">
        {dueUs === null ? "no date" : <Instant atUs={dueUs} style="due" />}
      </td>
      <td className="pl-4">
        <StatusBadge tone={state.tone} label={state.label} />
      </td>
      <td className="pr-4 pl-4 text-text-muted">{lostAt}</td>
    </tr>
  );
}
