import Link from "next/link";
import type { DisclosuresModel, FindingLine } from "@/lib/pages/disclosures/disclosures-model";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { Pager } from "../ui/pager";
import { StatusBadge } from "../ui/status-badge";
import { TabLinks } from "../ui/tab-links";

const columns = ["Case", "Contact", "What was said", "Found"];

/** A page of findings, the latest first. */
export function FindingList({ list }: { list: DisclosuresModel["list"] }) {
  const { title, subtitle, tabs, reviews, csv, lines, pagination } = list;
  return (
    <Card title={title} subtitle={subtitle} isFlush>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2 print:hidden">
        <TabLinks label="What was found" choices={tabs} />
        <TabLinks label="What was decided" choices={reviews} />
        <a
          className="inline-flex min-h-6 items-center text-secondary text-link hover:underline"
          href={csv.href}
          download
        >
          {csv.words}
        </a>
      </div>
      {lines.length === 0 ? (
        <p className="border-t border-border px-4 py-3 text-text-muted">No such finding.</p>
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
      {pagination.total === 0 ? null : <Pager label="Pages of findings" pagination={pagination} />}
    </Card>
  );
}

function Line({ line }: { line: FindingLine }) {
  const { caseId, href, isChosen, rule, channel, agents, atUs, words, because, status, review } =
    line;
  const kinds = agents === "both" ? (["ai", "human"] as const) : [agents];
  return (
    <tr className={isChosen ? "bg-selected shadow-[inset_2px_0_var(--focus)]" : ""}>
      <td>
        <Link
          className="inline-flex min-h-6 items-center font-mono text-secondary [overflow-wrap:anywhere] text-link hover:underline"
          href={href}
          prefetch={false}
          scroll={false}
          aria-current={isChosen ? "true" : undefined}
        >
          <MaskedText text={caseId} />
        </Link>
      </td>
      <td>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="inline-flex items-center gap-1.5">
            <ChannelLabel channel={channel} />
            {kinds.map((kind) => (
              <AgentLabel key={kind} kind={kind} />
            ))}
          </span>
          <span className="text-secondary text-text-muted">
            <Instant atUs={atUs} style="weekdayTime" />
          </span>
        </span>
      </td>
      <td data-wide="">
        <span className="grid gap-0.5 [overflow-wrap:anywhere]">
          {words === "" ? null : (
            <span>
              “<MaskedText text={words} />”
            </span>
          )}
          <span className="text-secondary text-text-muted">
            {rule}: {because}
          </span>
        </span>
      </td>
      <td data-lead="">
        <span className="grid">
          <StatusBadge tone={status.tone} label={status.label} variant="bare" />
          {review === "" ? null : <span className="text-secondary text-text-muted">{review}</span>}
        </span>
      </td>
    </tr>
  );
}
