import type { DisclosureDot, TimelineLayout } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";

type TimelineDisclosuresProps = { layout: TimelineLayout; nameOf: (id: string) => string };

/** Disclosures: given is a full symbol, late half, not found empty, not evaluable dashed. */
export function TimelineDisclosures({ layout, nameOf }: TimelineDisclosuresProps) {
  return layout.disclosures.map((dot) => {
    const ring = layout.rings.get(dot.id);
    if (ring === undefined) return null;
    return (
      <SymbolLink key={dot.id} itemIds={[dot.id]} ring={ring} name={nameOf(dot.id)}>
        <g transform={`translate(${dot.x} ${dot.y})`}>
          <Dot status={dot.status} />
        </g>
        <text
          x={dot.x + 9}
          y={dot.y + 4}
          className={`timeline-halo ${dot.tone === "fail" ? "fill-fail" : "fill-text-muted"}`}
        >
          {dot.label}
        </text>
      </SymbolLink>
    );
  });
}

function Dot({ status }: { status: DisclosureDot["status"] }) {
  switch (status) {
    case "given":
      return <circle r={5} className="fill-text" />;
    case "late":
    case "wrong_order":
      return (
        <>
          <circle r={5} strokeWidth={1.5} className="fill-panel stroke-text" />
          <path d="M0-5a5 5 0 0 1 0 10z" className="fill-text" />
        </>
      );
    case "incomplete":
    case "wrong_speaker":
    case "wrong_channel":
    case "missing":
      return <circle r={5} strokeWidth={1.6} className="fill-panel stroke-fail" />;
    case "not_evaluable":
      return (
        <circle
          r={5}
          strokeWidth={1.5}
          strokeDasharray="2.5 2"
          className="fill-panel stroke-border-strong"
        />
      );
  }
}
