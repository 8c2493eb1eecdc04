import type { Timeline, TimelineItem } from "@/lib/pages/case/timeline/timeline-model";
import { ItemLink } from "../timeline/item-link";
import { ItemRow } from "../timeline/item-row";
import { Instant } from "@/components/ui/instant";
import { StoryRow } from "./story-row";
import { story } from "@/lib/pages/case/words/story";

type StoryNoteProps = { item: TimelineItem; timeline: Timeline };

/** An event between contacts: a closing, a reopening, a prompt change. */
export function StoryNote({ item, timeline }: StoryNoteProps) {
  const release = timeline.releases.find(({ id }) => id === item.id);
  const state = timeline.states.find(({ id }) => id === item.id);
  return (
    <ItemRow id={item.id} look="note">
      <StoryRow time={<Instant atUs={item.atUs} style="weekdayTime" />} isQuiet>
        <p className="text-secondary text-text-muted">
          <ItemLink id={item.id}>
            {release === undefined ? (state?.words ?? "") : story.promptVersion(release.words)}
          </ItemLink>
        </p>
      </StoryRow>
    </ItemRow>
  );
}
