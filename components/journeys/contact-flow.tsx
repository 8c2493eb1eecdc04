import Link from "next/link";
import type { FlowModel, FlowNode } from "@/lib/pages/journeys/journeys-model";
import { flowWords } from "@/lib/pages/journeys/words";
import { ChartFrame } from "../charts/chart-frame";
import { ScrollRegion } from "@/components/ui/scroll-region";

/**
 * A flow diagram: columns are contact positions, bands are cases; the table below is the accessible
 * equivalent.
 */
export function ContactFlow({ flow }: { flow: FlowModel }) {
  const { frame, width, height, nodeWidth, nodes, bands, heads } = flow;
  return (
    <ChartFrame frame={frame}>
      <ScrollRegion label={flowWords.scroll}>
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          className="w-full min-w-[900px]"
        >
          {heads.map(({ x, words }) => (
            <text key={x} x={x} y={10} className="fill-text-faint text-[11px]">
              {words}
            </text>
          ))}
          {bands.map(({ key, path, look, words, href }) => (
            <Link key={key} href={href} prefetch={false} tabIndex={-1}>
              <path
                d={path}
                className={`${hueOf(look)} fill-(--channel) opacity-25 hover:opacity-45`}
              >
                <title>{words}</title>
              </path>
            </Link>
          ))}
          {nodes.map((node) => (
            <Link key={node.key} href={node.href} prefetch={false} tabIndex={-1}>
              <Node node={node} nodeWidth={nodeWidth} />
            </Link>
          ))}
        </svg>
      </ScrollRegion>
    </ChartFrame>
  );
}

function hueOf(look: FlowNode["look"]): string {
  const isInk = look === "ink" || look === "solid" || look === "hollow" || look === "dashed";
  return isInk ? "chart-ink" : `channel-${look}`;
}

const shapes: Partial<Readonly<Record<FlowNode["look"], string>>> = {
  hollow: "fill-panel stroke-text",
  dashed: "fill-panel stroke-text-muted [stroke-dasharray:3_2]",
};

function Node({ node, nodeWidth }: { node: FlowNode; nodeWidth: number }) {
  const { x, y, height, words, look } = node;
  return (
    <g className={hueOf(look)}>
      <rect
        {...{ x, y, height }}
        width={nodeWidth}
        className={shapes[look] ?? "fill-(--channel)"}
      />
      <text
        x={x + nodeWidth + 4}
        y={y + Math.max(height, 8) / 2 + 4}
        className="fill-text stroke-panel text-[11px] [paint-order:stroke] [stroke-width:3px]"
      >
        {words}
      </text>
    </g>
  );
}
