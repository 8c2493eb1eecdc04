import type { Box, StateBox } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";
import { toneClasses } from "./tone-classes";
import { ToneSymbol } from "./tone-symbol";

type TimelineStatesProps = {
  states: readonly StateBox[];
  rings: ReadonlyMap<string, Box>;
  nameOf: (id: string) => string;
};

/** Case status over time: open, closed, reopened. Changes can be selected, the opening cannot. */
export function TimelineStates({ states, rings, nameOf }: TimelineStatesProps) {
  return states.map((state, at) =>
    at === 0 ? (
      <StateShape key={state.id} state={state} />
    ) : (
      <SymbolLink
        key={state.id}
        itemIds={[state.id]}
        ring={rings.get(state.id) ?? state}
        name={nameOf(state.id)}
      >
        <StateShape state={state} />
      </SymbolLink>
    ),
  );
}

function StateShape({ state: { x, y, width, height, tone, words } }: { state: StateBox }) {
  const look =
    tone === "open"
      ? { box: "fill-neutral-wash stroke-border-strong", text: "fill-text-muted" }
      : toneClasses[tone];
  const icon = tone === "open" || tone === "none" || words === "" ? null : tone;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={4} className={look.box} />
      {icon === null ? null : <ToneSymbol x={x + 12} y={y + 10} tone={icon} />}
      <text x={x + (icon === null ? 8 : 20)} y={y + 14} className={look.text}>
        {words}
      </text>
    </>
  );
}
