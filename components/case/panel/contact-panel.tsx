import { sentenceCase } from "@/lib/domain/sentence-case";
import { formatDuration } from "@/lib/format/format";
import type { ContactPanel as ContactPanelModel } from "@/lib/pages/case/panel/item-panel-model";
import { ScoreList } from "@/components/score/score-list";
import { Instant } from "@/components/ui/instant";
import { ContactHeading } from "../contact-heading";
import { PanelFrame } from "./panel-frame";
import { PanelTurns } from "./panel-turns";
import { contactPanel as words, panel as frame } from "@/lib/pages/case/words/panel";

const noun = frame.nouns.contact;

/** The detail panel of a contact. */
export function ContactPanel({ panel }: { panel: ContactPanelModel }) {
  const { ordinal, count, side, scores, tones } = panel;
  const { interaction } = side;
  return (
    <PanelFrame
      heading={
        <>
          <span>{frame.place(sentenceCase(noun), ordinal + 1, count)}</span>
          <ContactHeading interaction={interaction} />
          <span>
            · <Instant atUs={interaction.startUs} style="minute" />,{" "}
            {formatDuration(interaction.endUs - interaction.startUs)}
          </span>
        </>
      }
      sentence={null}
      verdict={null}
      noun={noun}
      previousHref={panel.previousHref}
      nextHref={panel.nextHref}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] border-t border-border wide:grid-cols-[minmax(0,1fr)_300px]">
        <div className="grid content-start gap-2.5 px-4 py-3">
          <PanelTurns title={words.said} side={side} tones={tones} />
        </div>
        <section className="grid content-start gap-2 border-border px-4 py-3 max-wide:border-t wide:border-l">
          <h3 className="font-semibold">{words.scores}</h3>
          {scores.length === 0 ? (
            <p className="text-secondary text-text-faint">{words.noScores}</p>
          ) : (
            <ScoreList scores={scores} />
          )}
        </section>
      </div>
    </PanelFrame>
  );
}
