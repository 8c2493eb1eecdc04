import type { PanelSide } from "@/lib/pages/case/panel/item-panel-model";
import type { Tone } from "@/lib/format/wording";
import { ChannelLabel } from "../channel-label";
import { PanelTurnItem } from "./panel-turn-item";
import { panelTurns as words } from "@/lib/pages/case/words/panel";

type Tones = ReadonlyMap<number, Tone>;
type PanelTurnsProps = { title: string; side: PanelSide; tones: Tones };

/** The turns on one side of a handoff: the nearest ones and those quoted. */
export function PanelTurns({ title, side, tones }: PanelTurnsProps) {
  const { interaction, turns, first, last, total, href } = side;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-1.5 font-semibold">
        {title}: <ChannelLabel channel={interaction.channel} />
        {turns.length === 0 ? null : (
          <span className="font-normal text-text-faint">{words.range(first, last, total)}</span>
        )}
      </h3>
      {turns.length === 0 ? (
        <p className="text-text-faint">
          {interaction.strippedCount > 0 ? words.stripped : words.none}
        </p>
      ) : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
          {turns.map((turn) => (
            <PanelTurnItem key={turn.message.ordinal} turn={turn} tones={tones} />
          ))}
        </ol>
      )}
      <a className="justify-self-start text-secondary text-link hover:underline" href={href}>
        {words.whole}
      </a>
    </>
  );
}
