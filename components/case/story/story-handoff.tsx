import type { HandoffView } from "@/lib/pages/case/case-page-model";
import { handoffSentence } from "@/lib/pages/case/handoff-sentence";
import type { HandoffGap } from "@/lib/pages/case/timeline/timeline-model";
import { ScoreList } from "@/components/score/score-list";
import { ItemLink } from "../timeline/item-link";
import { ItemRow } from "../timeline/item-row";
import { StatusBadge } from "@/components/ui/status-badge";
import { HandoffLines } from "../handoff-lines";
import { PacketLine } from "../packet-line";
import { StoryRow } from "./story-row";
import { story } from "@/lib/pages/case/words/story";

type StoryHandoffProps = { view: HandoffView; gap: HandoffGap; itemId: string };

/** A handoff in the list of events: from, to, gap, what was kept. */
export function StoryHandoff({ view, gap, itemId }: StoryHandoffProps) {
  const [kept = "", ...more] = gap.words.split(", ");
  const rest = more.join(", ");
  return (
    <ItemRow id={itemId} look="handoff">
      <StoryRow time="" isQuiet>
        <div className="flex gap-2">
          <span aria-hidden="true" className="text-text-faint">
            ↓
          </span>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <ItemLink id={itemId}>
              <span className="text-text-muted">{handoffSentence(view)}</span>
            </ItemLink>
            <StatusBadge tone={gap.tone} label={kept} />
            {rest === "" ? null : <span className="text-secondary text-text-muted">{rest}</span>}
          </p>
        </div>
        <HandoffLines story={view.story} itemId={itemId} />
        {view.packet === null ? null : <PacketLine packet={view.packet} />}
        {view.scores.length === 0 ? null : (
          <details>
            <summary className="min-h-6 text-secondary leading-6 text-text-faint">
              {story.scores(view.scores.length)}
            </summary>
            <div className="max-w-[78ch] pt-1.5">
              <ScoreList scores={view.scores} />
            </div>
          </details>
        )}
      </StoryRow>
    </ItemRow>
  );
}
