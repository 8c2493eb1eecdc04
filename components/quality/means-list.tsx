import { formatCount } from "@/lib/format/format";
import type { MeanView } from "@/lib/pages/quality/quality-model";
import { ChannelLabel } from "../case/channel-label";

/** Mean scores as bars from 0 to 1. */
export function MeansList({ means }: { means: readonly MeanView[] }) {
  return (
    <ul className="grid gap-1">
      {means.map(({ key, label, channel, scored, mean, width }) => (
        <li key={key} className="grid grid-cols-[7rem_minmax(0,1fr)_auto] items-center gap-2">
          <span className="text-secondary">
            {channel === null ? label : <ChannelLabel channel={channel} />}
          </span>
          <span className="h-2 bg-sunken" aria-hidden="true">
            <span
              className="block h-full bg-text-muted"
              style={{ width: `${String(width * 100)}%` }}
            />
          </span>
          <span className="text-secondary whitespace-nowrap">
            <span className="font-semibold">{mean}</span>{" "}
            <span className="text-text-faint">n={formatCount(scored)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
