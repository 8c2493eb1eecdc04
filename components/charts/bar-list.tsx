import Link from "next/link";
import type { BarRow } from "@/lib/analytics/charts/chart-model";
import { ChartSubject } from "./chart-subject";

/** Signed amounts as bars from zero: negative to the left, filled; positive to the right, outlined. */
export function BarList({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(0, ...rows.map(({ amount }) => amount));
  const least = Math.min(0, ...rows.map(({ amount }) => amount));
  const reach = most - least || 1;
  const zero = (100 * -least) / reach;
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)_max-content] gap-x-3 roomy:grid-cols-[fit-content(50%)_minmax(0,1fr)_max-content]">
      {rows.map((row) => (
        <li
          key={row.key}
          className="relative col-span-full grid min-h-6 grid-cols-subgrid items-center rounded-chip hover:bg-hover max-roomy:py-1"
        >
          <RowName row={row} />
          <Bar row={row} zero={zero} reach={reach} isSigned={least < 0} />
          <span className="text-right text-secondary text-text-muted tabular-nums max-roomy:row-start-1 roomy:col-start-3">
            <b className="text-body text-text">{row.shown}</b> {row.basis}
          </span>
        </li>
      ))}
    </ul>
  );
}

function RowName({ row: { subject, detail, href } }: { row: BarRow }) {
  if (href === null) {
    return (
      <span className="grid py-0.5 max-roomy:row-start-1">
        <ChartSubject subject={subject} />
        <Detail words={detail} />
      </span>
    );
  }
  return (
    <Link
      className="grid min-h-6 min-w-0 content-center py-0.5 hover:underline after:absolute after:inset-0 max-roomy:row-start-1"
      href={href}
      prefetch={false}
    >
      <ChartSubject subject={subject} />
      <Detail words={detail} />
    </Link>
  );
}

function Detail({ words }: { words: string | undefined }) {
  return words === undefined ? null : (
    <span className="text-secondary text-text-muted">{words}</span>
  );
}

type BarProps = { row: BarRow; zero: number; reach: number; isSigned: boolean };

function Bar({ row: { subject, amount, shown }, zero, reach, isSigned }: BarProps) {
  const [only] = subject.channels;
  const hue = subject.channels.length === 1 && only !== undefined ? `channel-${only}` : "chart-ink";
  const width = (100 * Math.abs(amount)) / reach;
  const look = isSigned && amount > 0 ? "border-[1.5px] border-(--channel)" : "bg-(--channel)";
  return (
    <span
      role="img"
      aria-label={`${subject.words}: ${shown}`}
      className={`${hue} relative block h-3.5 max-roomy:col-span-2 max-roomy:row-start-2 roomy:col-start-2 ${isSigned ? "" : "rounded-[2px] bg-sunken"}`}
    >
      <span
        className={`absolute inset-y-0 rounded-[2px] ${look}`}
        style={{
          left: `${String(amount < 0 ? zero - width : zero)}%`,
          width: `max(${String(width)}%, ${amount === 0 ? "0px" : "2px"})`,
        }}
      />
    </span>
  );
}
