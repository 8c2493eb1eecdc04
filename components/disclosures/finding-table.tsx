import Link from "next/link";
import type { FindingLine } from "@/lib/pages/disclosures/disclosures-model";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

const columns = ["Case", "Contact", "What was said", "Found"];

/** Findings as rows that open their evidence. @param props `label`: its accessible name */
export function FindingTable({ label, lines }: { label: string; lines: readonly FindingLine[] }) {
  if (lines.length === 0) {
    return <p className="border-t border-border px-4 py-3 text-text-muted">No such finding.</p>;
  }
  return (
    <div className="records border-t border-border" role="region" aria-label={label}>
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
  );
}

function Line({ line }: { line: FindingLine }) {
  const { caseId, href, isChosen, rule, channel, agents, atUs, words, because } = line;
  const { status, review, due, wordsLabel } = line;
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
            <span className="max-roomy:line-clamp-2">
              <span className="text-text-muted">{wordsLabel}</span>“<MaskedText text={words} />”
            </span>
          )}
          <span className="text-secondary text-text-muted max-roomy:line-clamp-1">
            {rule}: {because}
          </span>
        </span>
      </td>
      <td data-lead="">
        <span className="grid">
          <StatusBadge tone={status.tone} label={status.label} variant="bare" />
          {review === "" ? null : <span className="text-secondary text-text-muted">{review}</span>}
          {due === null ? null : (
            <span className={`text-secondary ${due.isOverdue ? "text-fail" : "text-text-muted"}`}>
              {due.words}
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}
