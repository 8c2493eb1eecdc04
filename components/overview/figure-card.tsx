import Link from "next/link";
import type { FigureCard as Card } from "@/lib/analytics/findings/finding-model";
import { weekWords } from "@/lib/pages/overview/words";
import { LinePlot } from "../charts/line-plot";
import { TableUnder } from "../charts/table-under";
import { MetricPopover } from "../metrics/metric-popover";
import { StatusBadge } from "../ui/status-badge";

/**
 * One figure: value, range, and change in words; the numbers behind them in its definition.
 * @param alertHref the form of a new alert on it; null: the viewer has none
 */
export function FigureCard({ card, alertHref }: { card: Card; alertHref: string | null }) {
  const { name, question, value, interval, basis, verdict, tone, change } = card;
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1 px-4 py-3 break-inside-avoid">
      <h2 className="flex items-start justify-between gap-2 text-text-muted">
        <span title={question}>{name}</span>
        <MetricPopover
          about={card.about}
          notes={[card.detail, card.spread, card.maturity]}
          alertHref={alertHref}
        />
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Value value={value} href={card.href} />
        <span className="text-secondary text-text-muted tabular-nums">
          {interval === "" ? null : `${interval} · `}
          {basis}
        </span>
      </p>
      {change === "" ? null : (
        <p className="text-secondary text-text-muted">
          {verdict === "" ? null : <StatusBadge tone={tone} label={verdict} variant="bare" />}{" "}
          {change}
        </p>
      )}
      {card.line === undefined || card.line === null ? null : (
        <>
          <LinePlot line={card.line} />
          <TableUnder table={card.line.table} name={weekWords.table(name)} />
        </>
      )}
    </li>
  );
}

function Value({ value, href }: { value: string; href: string | null }) {
  const look = "text-figure font-semibold tabular-nums";
  if (href === null) return <span className={look}>{value}</span>;
  return (
    <Link className={`${look} hover:underline`} href={href} prefetch={false}>
      {value}
    </Link>
  );
}
