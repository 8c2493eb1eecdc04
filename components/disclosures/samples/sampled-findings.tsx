import Link from "next/link";
import type { SampledLine } from "@/lib/pages/disclosures/samples/samples-model";
import { ChannelLabel } from "@/components/case/channel-label";
import { Instant } from "@/components/ui/instant";
import { MaskedText } from "@/components/ui/masked-text";
import { StatusBadge } from "@/components/ui/status-badge";

/** Findings of a sample as they were drawn. */
export function SampledFindings({ lines }: { lines: readonly SampledLine[] }) {
  return (
    <div className="records border-t border-border" role="region" aria-label="Findings">
      <table>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Contact</th>
            <th scope="col">Found</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.position}
              className={line.isChosen ? "bg-selected shadow-[inset_2px_0_var(--focus)]" : ""}
            >
              <td>
                <span className="flex flex-wrap items-center gap-x-2">
                  <Link
                    className="inline-flex min-h-6 items-center font-mono text-secondary [overflow-wrap:anywhere] text-link hover:underline"
                    href={line.href}
                    prefetch={false}
                    scroll={false}
                    aria-current={line.isChosen ? "true" : undefined}
                  >
                    <MaskedText text={line.caseId} />
                  </Link>
                  <span className="text-secondary text-text-muted">{line.part}</span>
                </span>
              </td>
              <td>
                <span className="flex flex-wrap items-center gap-x-2">
                  <ChannelLabel channel={line.channel} />
                  <span className="text-secondary text-text-muted">
                    <Instant atUs={line.atUs} style="weekdayTime" />
                  </span>
                </span>
              </td>
              <td data-end="">
                <span className="flex flex-wrap items-center gap-x-2 stacked:justify-end">
                  <StatusBadge tone={line.status.tone} label={line.status.label} variant="bare" />
                  <span className="text-secondary text-text-muted">{line.rule}</span>
                </span>
              </td>
              <td data-lead="">{line.decision === "" ? "–" : line.decision}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
