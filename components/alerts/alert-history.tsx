import type { AlertHistoryRow } from "@/lib/pages/alerts/alerts-model";
import { page } from "@/lib/pages/alerts/words/view";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { ReadingLinks } from "./reading-links";

/** What became of the alerts, the newest first, and whether what was sent arrived. */
export function AlertHistory({ rows }: { rows: readonly AlertHistoryRow[] }) {
  return (
    <Card title={page.history} isFlush>
      <ol aria-label={page.history}>
        {rows.map(({ id, atUs, name, what, detail, links, deliveries }) => (
          <li
            key={id}
            className="grid gap-x-6 gap-y-0.5 border-t border-border px-4 py-2 roomy:grid-cols-[9rem_minmax(0,2fr)_minmax(0,1fr)]"
          >
            <p className="text-secondary text-text-muted">
              <Instant atUs={atUs} style="minute" />
            </p>
            <div className="min-w-0">
              <p className="[overflow-wrap:anywhere]">
                {what}: <MaskedText text={name} />
              </p>
              <p className="flex flex-wrap items-center gap-x-3 text-secondary text-text-muted">
                {detail}
                <ReadingLinks links={links} />
              </p>
            </div>
            {deliveries.length === 0 ? null : (
              <ul>
                {deliveries.map((line) => (
                  <li key={line.label}>
                    <StatusBadge {...line} variant="line" />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
