import { formatInstant, isoInstant } from "@/lib/view/format";

type InstantProps = { atUs: number | null; style: "day" | "weekday" | "weekdayTime" | "minute" | "clock" };

/** An instant in the display zone; the exact one is in the title. */
export function Instant({ atUs, style }: InstantProps) {
  if (atUs === null) return <span className="text-text-faint">unknown</span>;
  const iso = isoInstant(atUs);
  return (
    <time dateTime={iso} title={iso}>
      {formatInstant(atUs, style)}
    </time>
  );
}
