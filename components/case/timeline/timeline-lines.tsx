import type { Box, TrackLine } from "@/lib/pages/case/timeline/layout-model";
import { SymbolLink } from "./symbol-link";
import { toneClasses } from "./tone-classes";
import { ToneSymbol } from "./tone-symbol";

type LinePathsProps = {
  lines: readonly TrackLine[];
  /** The symbol at the turn: a diamond for a promise, a dot for a fact. */
  shape: "diamond" | "dot";
};

/** The lines of facts or promises, from the turn down to the track and along it: below all words and symbols. */
export function TimelineLinePaths({ lines, shape }: LinePathsProps) {
  return lines.map((line) => <Path key={line.id} line={line} shape={shape} />);
}

type TimelineLinesProps = {
  lines: readonly TrackLine[];
  rings: ReadonlyMap<string, Box>;
  /** The item that a track's symbol selects, and its accessible name. */
  itemOf: (id: string) => { readonly itemId: string; readonly name: string };
};

/** Symbols and words of facts or promises, on their lines. */
export function TimelineLines({ lines, rings, itemOf }: TimelineLinesProps) {
  return lines.map((line) => {
    const { itemId, name } = itemOf(line.id);
    const ring = rings.get(line.id) ?? { x: line.saidX, y: line.y, width: 0, height: 0 };
    return (
      <SymbolLink key={line.id} itemIds={[itemId]} ring={ring} name={name}>
        <Symbols line={line} />
        <Words line={line} />
      </SymbolLink>
    );
  });
}

/** px from the agents' half of a contact's bar to the customers' half. */
const customerHalf = 20;

function Path({
  line: { saidX, dropY, y, solidToX, dashedToX, tone },
  shape,
}: {
  line: TrackLine;
  shape: LinePathsProps["shape"];
}) {
  const drop = `M${saidX} ${dropY + (shape === "dot" ? customerHalf : 6)}V${y}`;
  return (
    <g fill="none">
      <path d={drop} strokeWidth={4} className="stroke-panel" />
      <path d={drop} strokeWidth={1.25} className="stroke-text" />
      <circle cx={saidX} cy={y} r={2.2} className="fill-text" />
      <path d={`M${saidX} ${y}H${solidToX}`} strokeWidth={1.5} className="stroke-text" />
      {dashedToX === null ? null : (
        <path
          d={`M${solidToX + 8} ${y}H${dashedToX}`}
          strokeWidth={1.25}
          strokeDasharray="2 3"
          className={toneClasses[tone].line}
        />
      )}
      {shape === "diamond" ? (
        <path d={diamond(saidX, dropY, 6)} strokeWidth={1.5} className="fill-panel stroke-text" />
      ) : (
        <circle cx={saidX} cy={dropY + customerHalf} r={3} className="fill-text" />
      )}
    </g>
  );
}

function Symbols({ line: { dueX, settledX, y, tone, meetings } }: { line: TrackLine }) {
  const due = tone === "none" ? "fill-panel stroke-text" : `stroke-panel ${toneClasses[tone].text}`;
  return (
    <>
      {meetings.map((meeting) => (
        <ToneSymbol key={meeting.x} x={meeting.x} y={y} tone={meeting.tone} radius={6} />
      ))}
      {dueX === null ? null : <path d={diamond(dueX, y, 7)} strokeWidth={1.3} className={due} />}
      {settledX === null ? null : (
        <path
          d={diamond(settledX, y, 6)}
          className={`fill-panel ${toneClasses[tone].line}`}
          strokeWidth={1.5}
        />
      )}
    </>
  );
}

function Words({ line: { what, state, y, tone } }: { line: TrackLine }) {
  const isJudged = tone !== "none";
  return (
    <>
      {what === null ? null : (
        <text x={what.x} y={y + 4} className="timeline-halo fill-text-muted">
          {what.words}
        </text>
      )}
      {isJudged && state.words !== "" ? (
        <>
          {/* No line from above crosses the symbol, as none crosses the words. */}
          <circle cx={state.x + 4} cy={y} r={7} className="fill-panel" />
          <ToneSymbol x={state.x + 4} y={y} tone={tone} />
        </>
      ) : null}
      <text
        x={state.x + (isJudged ? 12 : 0)}
        y={y + 4}
        className={`timeline-halo ${toneClasses[tone].text}`}
      >
        {state.words}
      </text>
    </>
  );
}

function diamond(x: number, y: number, r: number): string {
  return `M${x} ${y - r}l${r} ${r}-${r} ${r}-${r}-${r}z`;
}
