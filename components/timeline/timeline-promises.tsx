import type { Box, PromiseLine } from "@/lib/view/timeline/layout-model";
import { MarkLink } from "./mark-link";
import { toneClasses } from "./tone-classes";
import { ToneMark } from "./tone-mark";

type TimelinePromisesProps = {
  promises: readonly PromiseLine[];
  rings: ReadonlyMap<string, Box>;
  nameOf: (id: string) => string;
};

/** Promises: from the turn that made one through the lanes to its rail, on to when it was due. */
export function TimelinePromises({ promises, rings, nameOf }: TimelinePromisesProps) {
  return promises.map((line) => (
    <MarkLink
      key={line.id}
      itemIds={[line.id]}
      ring={rings.get(line.id) ?? { x: line.madeX, y: line.y, width: 0, height: 0 }}
      name={nameOf(line.id)}
    >
      <Path line={line} />
      <Marks line={line} />
      <Words line={line} />
    </MarkLink>
  ));
}

function Path({ line: { madeX, dropY, y, solidToX, dashedToX, tone } }: { line: PromiseLine }) {
  return (
    <g fill="none">
      <path d={`M${madeX} ${dropY + 6}V${y}`} strokeWidth={4} className="stroke-panel" />
      <path d={`M${madeX} ${dropY + 6}V${y}`} strokeWidth={1.25} className="stroke-text" />
      <circle cx={madeX} cy={y} r={2.2} className="fill-text" />
      <path d={`M${madeX} ${y}H${solidToX}`} strokeWidth={1.5} className="stroke-text" />
      {dashedToX === null ? null : (
        <path
          d={`M${solidToX + 8} ${y}H${dashedToX}`}
          strokeWidth={1.25}
          strokeDasharray="2 3"
          className={toneClasses[tone].line}
        />
      )}
      <path d={diamond(madeX, dropY, 6)} strokeWidth={1.5} className="fill-panel stroke-text" />
    </g>
  );
}

function Marks({ line: { dueX, settledX, y, tone, meetings } }: { line: PromiseLine }) {
  const due = tone === "none" ? "fill-panel stroke-text" : `stroke-panel ${toneClasses[tone].text}`;
  return (
    <>
      {meetings.map((meeting) => (
        <ToneMark key={meeting.x} x={meeting.x} y={y} tone={meeting.tone} radius={6} />
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

function Words({ line: { what, state, y, tone } }: { line: PromiseLine }) {
  const isJudged = tone !== "none";
  return (
    <>
      {what === null ? null : (
        <text x={what.x} y={y + 4} className="timeline-halo fill-text-muted">
          {what.words}
        </text>
      )}
      {isJudged && state.words !== "" ? <ToneMark x={state.x + 4} y={y} tone={tone} /> : null}
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
