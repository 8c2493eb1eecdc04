import Link from "next/link";
import type { SpanKind } from "@/lib/domain/trace/reading";
import { formatCounted } from "@/lib/format/format";
import type { SpanRow } from "@/lib/pages/trace/trace-page-model";
import { Icon } from "../ui/icon";
import { MaskedText } from "../ui/masked-text";

const indentPx = 14;
const indentsMax = 14;

/** Leaf spans are filled, container spans outlined. */
const barLooks: Readonly<Record<SpanKind, string>> = {
  llm: "bg-text",
  retriever: "bg-text/65",
  embedding: "bg-text/65",
  reranker: "bg-text/65",
  tool: "bg-text/35",
  guardrail: "border border-text bg-text/15",
  evaluator: "border border-text bg-text/15",
  agent: "border border-text",
  chain: "border border-text",
  other: "border border-text",
};

type SpanTreeRowProps = {
  row: SpanRow;
  /** Distance between axis ticks as a share of the axis. */
  gridStep: number;
};

/** A row of the span tree; the whole row links to the span's panel. */
export function SpanTreeRow({ row, gridStep }: SpanTreeRowProps) {
  const look = row.isChosen ? "bg-selected shadow-[inset_2px_0_0_var(--link)]" : "hover:bg-hover";
  return (
    <tr
      className={`relative h-7 border-t border-border max-roomy:grid max-roomy:h-auto max-roomy:grid-cols-[minmax(0,1fr)_auto_28px] max-roomy:py-1 ${look}`}
    >
      <td className="py-0.5 pr-2 pl-3">
        <Name row={row} />
      </td>
      <td className="max-roomy:order-1 max-roomy:col-span-3 max-roomy:px-4 max-roomy:pb-1">
        <span
          aria-hidden="true"
          className="relative block h-7 overflow-hidden max-roomy:h-2.5"
          style={{
            backgroundImage: "linear-gradient(to right, var(--chart-grid) 1px, transparent 1px)",
            backgroundSize: `${gridStep * 100}% 100%`,
          }}
        >
          <span
            className={`absolute top-1/2 h-2.5 -translate-y-1/2 rounded-[2px] ${barLooks[row.kind]}`}
            style={{
              left: `min(${row.left * 100}%, 100% - 3px)`,
              width: `max(${row.width * 100}%, 3px)`,
            }}
          />
        </span>
      </td>
      <td className="text-right text-secondary whitespace-nowrap">{row.time}</td>
      <td className="pl-1.5 text-fail max-roomy:pt-1">
        {row.isFailed ? (
          <span title="This span failed">
            <Icon name="fail" isBold />
            <span className="sr-only">failed</span>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Name({ row }: { row: SpanRow }) {
  return (
    <span
      className="flex min-w-0 items-center gap-1"
      style={{ paddingLeft: Math.min(row.depth, indentsMax) * indentPx }}
    >
      <Toggle row={row} />
      <span className="sr-only">level {row.depth + 1},</span>
      <Link
        className="min-w-0 truncate font-mono text-secondary after:absolute after:inset-0"
        href={row.href}
        prefetch={false}
        scroll={false}
        title={row.name}
        aria-current={row.isChosen ? "true" : undefined}
      >
        {row.name === "" ? "unnamed" : <MaskedText text={row.name} />}
      </Link>
      <span className="min-w-8 truncate text-secondary text-text-faint" title={row.note}>
        <MaskedText text={row.note} />
      </span>
      {row.isFolded ? (
        <span className="flex-none rounded-chip bg-neutral-wash px-1 text-axis text-text-muted">
          +{row.below}
        </span>
      ) : null}
    </span>
  );
}

function Toggle({ row }: { row: SpanRow }) {
  if (row.toggleHref === null) return <span className="size-6 flex-none" />;
  const verb = row.isFolded ? "Expand" : "Collapse";
  return (
    <Link
      className="relative z-1 grid size-6 flex-none place-items-center rounded-chip text-text-faint hover:bg-hover hover:text-text"
      href={row.toggleHref}
      prefetch={false}
      scroll={false}
      aria-label={`${verb} ${row.name}, ${formatCounted(row.below, "span")} below`}
    >
      <Icon name={row.isFolded ? "right" : "down"} isBold />
    </Link>
  );
}
