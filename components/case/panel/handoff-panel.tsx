import { sentenceCase } from "@/lib/domain/sentence-case";
import { formatInstant } from "@/lib/format/format";
import type { HandoffPanel as HandoffPanelModel } from "@/lib/pages/case/panel/item-panel-model";
import { ScoreList } from "@/components/score/score-list";
import { StatusBadge } from "@/components/ui/status-badge";
import { ChannelLabel } from "../channel-label";
import { Packet } from "../packet";
import { PanelFacts } from "./panel-facts";
import { PanelFrame } from "./panel-frame";
import { PanelTurns } from "./panel-turns";
import { handoffPanel as words, panel as frame } from "@/lib/pages/case/words/panel";
import { packet as packetWords } from "@/lib/pages/case/words/handoffs";

const noun = frame.nouns.handoff;
const column = "grid content-start gap-2.5 px-4 py-3 border-border";

/** The detail panel of a handoff: turns on both sides, facts kept or lost, scores. */
export function HandoffPanel({ panel }: { panel: HandoffPanelModel }) {
  const { before, after, verdict, facts, packet, scores, tones } = panel;
  return (
    <PanelFrame
      heading={<Heading panel={panel} />}
      sentence={panel.sentence}
      verdict={<StatusBadge tone={verdict.tone} label={verdict.label} />}
      noun={noun}
      previousHref={panel.previousHref}
      nextHref={panel.nextHref}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] border-t border-border wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_300px]">
        <div className={column}>
          <PanelTurns title={words.before} side={before} tones={tones} />
          {packet === null ? null : (
            <section className="grid gap-1.5 rounded-control bg-sunken px-3 py-2">
              <h3 className="font-semibold">{packetWords.title}</h3>
              <Packet packet={packet} />
            </section>
          )}
        </div>
        <div className={`${column} max-wide:border-t wide:border-l`}>
          <PanelTurns title={words.after} side={after} tones={tones} />
        </div>
        <div className={`${column} max-wide:border-t wide:border-l`}>
          <PanelFacts facts={facts} />
          <section className="grid gap-2 pt-1">
            <h3 className="font-semibold">{words.scores}</h3>
            {scores.length === 0 ? (
              <p className="text-secondary text-text-faint">{words.noScores}</p>
            ) : (
              <ScoreList scores={scores} />
            )}
          </section>
        </div>
      </div>
    </PanelFrame>
  );
}

function Heading({ panel }: { panel: HandoffPanelModel }) {
  const { ordinal, count, how, fromUs, toUs, before, after } = panel;
  const fromDay = formatInstant(fromUs, "weekday");
  const toDay = formatInstant(toUs, "weekday");
  const clockOf = (atUs: number) => formatInstant(atUs, "clock").slice(0, 5);
  const until = fromDay === toDay ? clockOf(toUs) : `${toDay}, ${clockOf(toUs)}`;
  const isInside = before.interaction.ordinal === after.interaction.ordinal;
  return (
    <>
      <span>{frame.place(sentenceCase(noun), ordinal + 1, count)}</span>
      <ChannelLabel channel={before.interaction.channel} />
      {isInside ? null : (
        <>
          <span className="text-text-faint" aria-hidden="true">
            →
          </span>
          <span className="sr-only">{words.to}</span>
          <ChannelLabel channel={after.interaction.channel} />
        </>
      )}
      <span>
        · {how} · {fromDay}, {clockOf(fromUs)} → {until}
      </span>
    </>
  );
}
