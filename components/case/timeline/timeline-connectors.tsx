import type { Box, Connector } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";
import { toneClasses } from "./tone-classes";
import { ToneSymbol } from "./tone-symbol";
import { symbols } from "@/lib/pages/case/words/timeline-card";

/** Lines from contact to contact; dashed where something was lost. */
export function ConnectorLines({ connectors }: { connectors: readonly Connector[] }) {
  return connectors.map(({ id, path, tip, tone, isLossy }) => (
    <g key={id} fill="none">
      <path d={path} strokeWidth={5} className="stroke-panel" />
      <path
        d={path}
        strokeWidth={1.75}
        strokeDasharray={isLossy ? "5 3" : undefined}
        className={toneClasses[tone].line}
      />
      {tip === null ? null : (
        <path
          d={`M${tip.x - 4} ${tip.y - 4}l5 4-5 4`}
          strokeWidth={1.75}
          strokeLinecap="round"
          strokeLinejoin="round"
          className={toneClasses[tone].line}
        />
      )}
    </g>
  ));
}

type ConnectorChipsProps = {
  connectors: readonly Connector[];
  rings: ReadonlyMap<string, Box>;
  nameOf: (id: string) => string;
};

/** The kept share of each handoff, on its connector. */
export function ConnectorChips({ connectors, rings, nameOf }: ConnectorChipsProps) {
  return connectors.map((connector) => {
    const { id, itemIds } = connector;
    const ring = rings.get(id);
    if (connector.chip === null || ring === undefined) return null;
    const name = itemIds.length === 1 ? nameOf(id) : symbols.handoffs(itemIds.length, nameOf(id));
    return (
      <SymbolLink key={id} itemIds={itemIds} ring={ring} name={name}>
        <ChipShape connector={connector} />
      </SymbolLink>
    );
  });
}

function ChipShape({ connector: { chip, tone, words } }: { connector: Connector }) {
  if (chip === null) return null;
  const { x, y, width } = chip;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        x={-width / 2}
        y={-9}
        width={width}
        height={18}
        rx={6}
        className={toneClasses[tone].box}
      />
      <ToneSymbol x={words === "" ? 0 : 11 - width / 2} y={0} tone={tone} />
      <text x={19 - width / 2} y={4} className={`font-semibold ${toneClasses[tone].text}`}>
        {words}
      </text>
    </g>
  );
}
